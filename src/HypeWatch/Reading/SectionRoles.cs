using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>What a section's heading says about its place (specification 1, passage).</summary>
internal static partial class SectionRoles
{
    private static readonly (Regex Pattern, Place Place)[] Rules =
    [
        (References(), Place.Other), (Back(), Place.Other), (Footnotes(), Place.Footnote), (Appendix(), Place.Appendix), (Abstract(), Place.Abstract), (KeyResults(), Place.KeyResults),
        (Limitations(), Place.Limitations), (Introduction(), Place.Introduction), (RelatedWork(), Place.RelatedWork), (Conclusion(), Place.Conclusion),
        (Discussion(), Place.Discussion), (Results(), Place.Results), (Method(), Place.Method),
    ];

    /// <summary>The place that a heading announces; null when its words are those of the subject.</summary>
    public static Place? Of(string heading)
    {
        var words = Words(heading);
        foreach (var (pattern, place) in Rules)
        {
            if (pattern.IsMatch(words)) return place;
        }

        return null;
    }

    public static bool IsReferences(string heading) => References().IsMatch(Words(heading));

    public static bool IsAppendix(string heading) => Appendix().IsMatch(Words(heading));

    /// <summary>The heading without its number, and with letters closed up that small capitals set apart.</summary>
    private static string Words(string heading)
    {
        var words = heading.Length > 200 ? heading[..200] : heading;
        return SmallCapitals().Replace(Number().Replace(words, ""), "${letter}").Trim();
    }

    [GeneratedRegex(@"^\s*(?:\(?\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|[A-Z](?:\.\d{1,2}){1,3}\.?|[A-Z][.:]|[IVX]{1,4}[.:])\s+|^\s*[\u00a7#]\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?<letter>[A-Z]) (?=[A-Z]{3})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SmallCapitals();

    [GeneratedRegex(@"^(?:references?|bibliography|works cited|literature cited|citations)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex References();

    [GeneratedRegex(@"^(?:acknowled|funding|author contributions?|contributions? statement|citation information|how to cite|cite (?:this|as)|bibtex|about the authors?|conflicts? of interest|competing interests|data availability|license|updates and corrections|reuse|contents?$|table of contents)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Back();

    [GeneratedRegex(@"^(?:foot|end)?notes$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Footnotes();

    [GeneratedRegex(@"^(?:appendi|supplement)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Appendix();

    [GeneratedRegex(@"^abstract\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Abstract();

    [GeneratedRegex(@"\b(?:tl;?\s?dr|key (?:results?|findings?|takeaways?|points?|contributions?|insights?|messages?)|(?:main|summary of) (?:findings|takeaways|results|contributions)|executive summary|highlights|takeaways|at a glance)\b|^(?:in )?(?:brief|summary|overview of (?:results|findings))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KeyResults();

    [GeneratedRegex(@"\b(?:limitations?|caveats?|threats to validity|shortcomings|failure modes of (?:our|the) (?:method|approach)|what (?:we|this) (?:do|does)(?:n['\u2019]t| not))\b|^challenges\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Limitations();

    [GeneratedRegex(@"^(?:introduction|motivation)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"\b(?:related (?:work|research|literature)|prior work|previous work|literature review)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RelatedWork();

    [GeneratedRegex(@"^(?:conclusions?|concluding|closing)\b|\b(?:and|&) conclusions?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Conclusion();

    [GeneratedRegex(@"^(?:discussion|implications|future (?:work|directions)|broader impact|impact statement|ethic|looking (?:ahead|forward)|open (?:questions|problems)|next steps)|\bdiscussion\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Discussion();

    [GeneratedRegex(@"\b(?:results?|evaluations?|findings|case stud(?:y|ies))\b|^(?:experiments?$|analysis\b|what we found)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Results();

    [GeneratedRegex(@"\b(?:methods?|methodology|set-?up|experimental design|training details|preliminaries|procedure|implementation|data ?sets?)\b|^(?:approach|our approach|background|data|architecture|how (?:it|we) )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Method();
}
