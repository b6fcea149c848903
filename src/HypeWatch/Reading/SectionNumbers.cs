using System.Globalization;

namespace HypeWatch.Reading;

/// <summary>How well a heading's number fits those before it.</summary>
internal enum NumberFit
{
    /// <summary>Out of order: a row, a list item, an equation.</summary>
    None,
    /// <summary>A section may have been missed in between.</summary>
    Plausible,
    /// <summary>The next number, or a usual name without number.</summary>
    Exact,
}

/// <summary>Follows the numbers of sections: a heading is believed by its number, which keeps rows and list items out.</summary>
internal sealed class SectionNumbers
{
    private const int Missed = 2;

    private int section;
    private int part;
    private char letter = '@';
    private bool? dotted;
    private bool pastReferences;

    /// <summary>Lettered sections have begun.</summary>
    public bool InAppendix { get; private set; }

    /// <summary>Numbered sections have begun.</summary>
    public bool HasSections => section > 0;

    public NumberFit Fit(SectionHeading heading)
    {
        if (heading.Number.Length == 0) return NumberFit.Exact;
        // A paper that prints "2 Method" prints lists as "2. Choose"; a line of many small words is a sentence.
        if (heading.Level == 1 && dotted is { } style && style != heading.IsDotted) return NumberFit.None;
        if (heading.Level == 1 && !heading.ReadsLikeTitle && !heading.IsSetApart) return NumberFit.None;
        var (first, second) = Parts(heading);
        if (char.IsAsciiLetter(first[0]))
        {
            if (!pastReferences && !InAppendix && section < 3) return NumberFit.None;
            if (heading.Level == 1) return first[0] == letter + 1 ? NumberFit.Exact : first[0] == letter + 2 ? NumberFit.Plausible : NumberFit.None;
            return first[0] == letter ? Step(second, part) : NumberFit.None;
        }

        if (InAppendix || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) return NumberFit.None;
        return heading.Level > 1 && number == section ? Step(second, part)
            : number == section + 1 ? heading.Level == 1 ? NumberFit.Exact : Step(second, 0)
            : number > section && number <= section + 1 + Missed && heading.Level == 1 ? NumberFit.Plausible : NumberFit.None;
    }

    public void Accept(SectionHeading heading)
    {
        if (heading.Number.Length == 0)
        {
            pastReferences |= SectionRoles.IsReferences(heading.Words);
            InAppendix |= SectionRoles.IsAppendix(heading.Words);
            return;
        }

        var (first, second) = Parts(heading);
        if (heading.Level == 1) dotted ??= heading.IsDotted;
        part = second;
        if (char.IsAsciiLetter(first[0])) (letter, InAppendix) = (first[0], true);
        else section = int.Parse(first, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>A part follows, or a part of a part keeps its number.</summary>
    private static NumberFit Step(int next, int last) => next == last + 1 || (next == last && next > 0) ? NumberFit.Exact : next > last && next <= last + 1 + Missed ? NumberFit.Plausible : NumberFit.None;

    private static (string First, int Second) Parts(SectionHeading heading)
    {
        var number = heading.Number.StartsWith("Appendix ", StringComparison.Ordinal) ? heading.Number["Appendix ".Length..] : heading.Number;
        var parts = number.Split('.');
        return (parts[0], parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var second) ? second : 0);
    }
}
