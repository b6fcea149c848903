using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using HypeWatch.App.Digests;

namespace HypeWatch.App.Tests.Digests;

/// <summary>Every colour of the digest on its paper reaches WCAG 2.2 AA (4.5 to 1), in light and dark.</summary>
public sealed partial class ContrastTests
{
    private static readonly Dictionary<string, string> DarkText = Dark().Matches(Style.Dark).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["colour"].Value);

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        var light = typeof(Style).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!).SelectMany(style => Text().Matches(style)).Select(match => match.Groups["colour"].Value).Distinct();
        foreach (var colour in light.Where(colour => !DarkText.ContainsValue(colour))) pairs.Add(colour, "#fffdf8");
        foreach (var name in (string[])["ink", "dim", "credit", "mark"]) pairs.Add(DarkText["." + name], "#1b1b19");
        pairs.Add(DarkText["a"], "#1b1b19");
        pairs.Add("#1f1f1c", "#e9e4d4");
        pairs.Add(DarkText[".ink"], "#4a4739");
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Text_stands_out_from_its_paper(string text, string paper)
    {
        double a = Luminance(text), b = Luminance(paper);
        var contrast = (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
        Assert.True(contrast >= 4.5, string.Create(CultureInfo.InvariantCulture, $"{text} on {paper}: {contrast:0.00}"));
    }

    [Fact]
    public void All_colours_are_looked_at() => Assert.InRange(Pairs().Count, 10, 20);

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToList();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex("(?<![-a-z])color:(?<colour>#[0-9a-f]{6})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Text();

    [GeneratedRegex(@"(?<name>\.[a-z]+|(?<=\})a)\{color:(?<colour>#[0-9a-f]{6})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dark();
}
