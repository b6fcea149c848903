using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Evidence;

/// <summary>
/// Lists the sentences of a version that say what was tested, and reads from each how: scope, sampling, control, uncertainty, number of cases.
/// Sentences about tests that were not done, or are yet to be done, are no experiments.
/// </summary>
internal sealed partial class ExperimentReader(LexiconSet lexicons)
{
    private readonly TestedScope scopes = new(lexicons);

    public IReadOnlyList<Experiment> Read(DocumentVersion version, IReadOnlyList<Caveat> caveats)
    {
        var missing = caveats.Where(caveat => caveat.Kind is CaveatKind.MissingTest or CaveatKind.FutureWork).Select(caveat => caveat.Span).OrderBy(span => span.Start).ToList();
        var found = new List<Experiment>();
        foreach (var passage in version.Passages)
        {
            if (passage.Place is Place.RelatedWork or Place.Other or Place.Title or Place.Headline) continue;
            var text = version.TextOf(passage);
            if (!IsTest(text) || (missing.Exists(span => span.Overlaps(passage.Span)) && !ResultPattern().IsMatch(text))) continue;
            found.Add(Describe(version, passage, text));
        }

        return found;
    }

    private static bool IsTest(string text) =>
        (ActivePattern().IsMatch(text) || PassivePattern().IsMatch(text) || ResultPattern().IsMatch(text) || IsPicked(text) || TopPattern().IsMatch(text) || SettingPattern().IsMatch(text))
        && !NotDonePattern().IsMatch(text) && !text.TrimEnd().EndsWith('?');

    private Experiment Describe(DocumentVersion version, Passage passage, string text)
    {
        var sampling = ReadSampling(text);
        return new(
            version.Id, passage.Span, text, passage.Place, scopes.Read(text, sampling), sampling, ReadControl(text), UncertaintyPattern().IsMatch(text), ReadSize(text),
            lexicons.CausalVerbs.Find(text).Any(hit => hit.Term.Subcategory == "intervention"));
    }

    private static Sampling ReadSampling(string text)
    {
        if (RandomPattern().IsMatch(text)) return Sampling.Random;
        if (ExhaustivePattern().IsMatch(text)) return Sampling.Exhaustive;
        if (TopPattern().IsMatch(text)) return Sampling.TopK;
        return IsPicked(text) ? Sampling.HandPicked : Sampling.Unknown;
    }

    /// <summary>"I would not call it cherry-picked" tells of no picking.</summary>
    private static bool IsPicked(string text) => PickedPattern().Match(text) is { Success: true } match && !Denial.Around(text, match.Index, match.Index + match.Length);

    private Control ReadControl(string text)
    {
        if (UntrainedPattern().IsMatch(text)) return Control.UntrainedModel;
        var baselines = lexicons.Baselines.Find(text).Select(hit => hit.Term.Subcategory).ToHashSet(StringComparer.Ordinal);
        var random = lexicons.CausalVerbs.Find(text).Any(hit => hit.Term.Subcategory == "control");
        var compared = baselines.Contains("baseline");
        if (StrongPattern().IsMatch(text) && (compared || ComparePattern().IsMatch(text))) return Control.StrongBaseline;
        if (random) return Control.RandomBaseline;
        if (baselines.Contains("simple_baseline") && (compared || ComparePattern().IsMatch(text))) return Control.SimpleBaseline;
        if (AblationPattern().IsMatch(text)) return Control.Ablation;
        return compared && ComparePattern().IsMatch(text) ? Control.SimpleBaseline : Control.None;
    }

    private static long? ReadSize(string text)
    {
        long? largest = null;
        foreach (Match match in SizePattern().Matches(text))
        {
            var digits = match.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal);
            if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && (largest is null || n > largest)) largest = n;
        }

        return largest;
    }

    /// <summary>A sentence that names the very model, layer or run and says what was seen there.</summary>
    [GeneratedRegex(@"\b(?:layers? \d+|MLPs? \d+|heads? \d+[.\d]*|(?:one|two|three|four|single|\d+)-layer|toy (?:model|task|transformer|network)|perceptron|(?:\d+(?:\.\d+)?[- ]?(?:billion|million)[- ]parameter|\d+(?:\.\d+)?[BM])\s(?:\w+\s){0,2}(?:model|transformer|network)|(?:one|a single|each of \d+) (?:run|seed|model|task)s?)\b[^?]{0,200}\b(?:explain|explains|find|found|observe|observed|see|saw|rises?|rose|falls?|fell|is|are|was|were|had|shows?|works?|worked)\b|\b(?:train(?:ed|ing)|fine-tun(?:ed|ing)|look(?:ed|ing) at|prompt(?:ed|ing)|inspect(?:ed|ing)|annotat(?:ed|ing))\s(?:a|an|one|the|\d+|two|three|several|some)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettingPattern();

    private const string Verbs =
        "ran|measured?|train(?:ed)?|evaluated?|tested|test|sampled?|ablated?|patch(?:ed)?|steer(?:ed)?|clamp(?:ed)?|compared?|rated?|scored?|probed?|analy[sz]ed?|examined?|collected|annotated|fine-?tuned|replicated?|tried|swapped|zeroed|labell?ed|benchmark(?:ed)?|report";

    private const string Cases =
        "prompts|checkpoints|runs|facts|statements|completions|errors|organisms|hacks|inputs|examples|features|latents|neurons|heads|circuits|directions|trials|tasks|questions|participants|raters|sentences|conversations|transcripts|cases|items|edits|images|replies|responses|answers|outputs|samples|documents|posts|users|engineers|problems|concepts|pairs";

    [GeneratedRegex(@"\b(?:we|I|authors?|they|researchers|team|raters|annotators|participants|engineers)\b(?:\s(?:[\w-]+)){0,3}?\s(?:" + Verbs + @")\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ActivePattern();

    [GeneratedRegex(
        @"\b(?:evaluated|tested|trained|measured|sampled|rated|scored|benchmarked|compared|replicated|ablated|ablating|patched|patching|clamped|clamping|steered|steering|annotated|worked|succeeded|failed)\s(?:\w+\s)?(?:on|in|with|against|by|across|for|over|from|to|relative)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PassivePattern();

    [GeneratedRegex(
        @"\d\s?%|\bpercent\b|\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|none)\s(?:out\s)?of\s(?:the\s|our\s)?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b|\d+/\d+|\bn\s?=\s?\d|\b(?:AUROC|AUC|accuracy|F1|recall|precision|R2|correlation)\s(?:of|was|is|=|at|reached)\b|\b\d[\d,]*\s(?:[\w-]+\s){0,3}?(?:random\w*|seeds|" + Cases + @")\b|\b(?:random(?:ly)?|uniformly)\s(?:[\w-]+\s)?sampled?\b|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\s(?:[\w-]+\s)?(?:raters|annotators|participants|engineers|developers|users|people)\s\w+ed\b|\bin (?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\s(?:[\w-]+\s)?(?:" + Cases + @")\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ResultPattern();

    [GeneratedRegex(
        @"\b(?:did not|do not|does not|have not|has not|had not|haven't|didn't|don't|doesn't|not yet|never|without|not been|was not|were not|is not|are not|cannot|no attempt to)\s(?:\w+\s){0,3}?(?:test|evaluat|measur|compar|examin|stud|investigat|assess|quantif|appl|benchmark|score|validat)\w*|\b(?:will|plan to|hope to|intend to|should|would like to|future work|remains? to be|left (?:to|for)|leave)\b(?:\s\w+){0,5}?\s(?:test|evaluat|measur|compar|examin|stud|investigat|future|assess)\w*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotDonePattern();

    [GeneratedRegex(@"\brandom(?:ly)?\s(?:[\w-]+\s){0,2}?(?:sampl|chosen|drawn|select|subset|feature|latent|neuron|prompt|example|input|split|pick)\w*|\b(?:sampled|drawn|chosen|selected|picked)\s(?:uniformly|at random|randomly)|\buniformly sampled|\bat random\b|\bheld[- ]out\b|\brandom sample\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex RandomPattern();

    [GeneratedRegex(@"\b(?:all|every|each of the|exhaustively)\s(?:(?:of\s)?(?:the\s|our\s)?)(?:\d[\d,]*|[\w-]+)\s(?:[\w-]+\s)?(?:features?|latents?|neurons?|heads?|prompts?|layers?|items?|cases|examples|inputs|circuits?)\b|\bfull (?:test set|dictionary|list)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex ExhaustivePattern();

    [GeneratedRegex(@"\b(?:top|maximally|highest|strongest|most strongly)[- ](?:activating|activated|k|\d+|scoring|examples?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex TopPattern();

    /// <summary>What pleases the one who looks for examples.</summary>
    private const string Appealing = "beautiful|striking|nice|favou?rite|vivid|impressive|lovely|notable|memorable|telling|charming|remarkable|appealing|intriguing|compelling|convincing|clear-cut|illustrative|elegant|amusing";

    private const string Shown = "latents?|features?|neurons?|heads?|circuits?|units?|directions?|examples?|cases?|instances|episodes|prompts?|replies|outputs?|conversations?|transcripts?|dialogues|images|edits?|graphs?|samples|ones";

    [GeneratedRegex(
        @"\b(?:hand-?(?:picked|selected|chosen)|cherry-?picked|curated|showcase[sd]?|highlights|case stud(?:y|ies)|gallery of|selected (?:\w+\s)?(?:" + Shown + ")|(?:" + Appealing + @") (?:\w+ )?(?:" + Shown
        + ")|(?:best|clearest|cleanest|nicest|prettiest|most (?:" + Appealing + @")) (?:\w+ )?(?:" + Shown + @")|(?:we|I) (?:chose|picked|selected|liked?) (?:\w+\s){0,3}(?:" + Shown + @")|(?:that|which) we (?:liked?|picked|chose|selected)|chosen for|(?:chosen|chose|picked|selected) (?:them |these |those )?(?:from the top|because)|from the top of the (?:list|ranking)|(?:that|which) (?:struck|caught|surprised|impressed|pleased) (?:us|our)|stood out)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex PickedPattern();

    [GeneratedRegex(@"\b(?:untrained|randomly initiali[sz]ed|random initiali[sz]ation|shuffled|null model|random weights)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex UntrainedPattern();

    [GeneratedRegex(@"\b(?:state of the art|state-of-the-art|sota|strong(?:est)? baselines?|serious baselines?|best (?:existing|published|known)|tuned baselines?|prompting|fine-?tuning|human baseline)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StrongPattern();

    [GeneratedRegex(@"\b(?:than|versus|vs\.?|against|relative to|compared (?:to|with)|comparison with|baselines?|while|whereas|as well as|outperform\w*|beats?|matche[sd]|the same|similarly|equally|but not)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ComparePattern();

    [GeneratedRegex(@"\b(?:ablation study|ablations? (?:of|show)|when we remove|with and without)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AblationPattern();

    [GeneratedRegex(@"\u00b1|\+/-|\b(?:95|90|99)\s?%\s?(?:CI|confidence|interval)|\bCI\b|confidence interval|standard (?:error|deviation)|\bs\.?e\.?m?\.\b|\bp\s?[<=>]\s?0?\.\d|\bseeds\b|\bbootstrap\w*|\bWilson\b|error bars", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex UncertaintyPattern();

    [GeneratedRegex(@"\bn\s?=\s?(?<n>\d[\d,]*)|\b(?:out\s)?of\s(?:the\s|our\s)?(?<n>\d[\d,]*)\b(?!\s?%)|\d/(?<n>\d[\d,]*)|\b(?<n>\d[\d,]*)\s(?:[\w-]+\s){0,3}?(?:" + Cases + @")\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex SizePattern();
}
