using System.Text;
using System.Text.RegularExpressions;

namespace HypeWatch.Sources.Apis;

/// <summary>
/// The words of a podcast's transcript, in the formats of the podcast namespace (podcastindex.org/namespace/1.0): WebVTT, SubRip, JSON. Cues are joined as they follow each other, and a
/// new line begins with each speaker: words stay as they are, times go.
/// </summary>
internal static partial class Transcript
{
    /// <summary>The words; null when it is no such transcript.</summary>
    /// <param name="text">The file.</param>
    /// <param name="type">Media type as the feed states it.</param>
    public static string? Words(string text, string type)
    {
        var start = text.TrimStart('\uFEFF', ' ', '\r', '\n');
        if (start.StartsWith('{')) return FromJson(text);
        if (start.StartsWith("WEBVTT", StringComparison.Ordinal) || Timing().IsMatch(start[..Math.Min(start.Length, 2_000)])) return FromCues(start);
        return type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.Contains("plain", StringComparison.OrdinalIgnoreCase) ? text : null;
    }

    private static string? FromJson(string text)
    {
        var view = JsonView.Parse(Encoding.UTF8.GetBytes(text), out var defect, out _);
        if (defect is not null || !view["segments"].IsList) return null;
        var lines = new Lines();
        foreach (var segment in view["segments"].Items) lines.Say(segment["speaker"].Text, segment["body"].Text ?? "");
        return lines.ToString();
    }

    private static string FromCues(string text)
    {
        var lines = new Lines();
        var inCue = false;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0) inCue = false;
            else if (Timing().IsMatch(line)) inCue = true;
            else if (inCue)
            {
                var voice = Voice().Match(line);
                var words = System.Net.WebUtility.HtmlDecode(Tag().Replace(line, ""));
                var named = voice.Success ? Match.Empty : Named().Match(words);
                lines.Say(voice.Success ? voice.Groups["name"].Value : named.Success ? named.Groups["name"].Value : null, named.Success ? words[named.Length..] : words);
            }
        }

        return lines.ToString();
    }

    private sealed class Lines
    {
        private readonly StringBuilder text = new();
        private string? speaker;

        public void Say(string? name, string words)
        {
            var said = ApiText.Legible(words).Trim();
            if (said.Length == 0) return;
            if (name is not null && name != speaker) text.Append(text.Length > 0 ? "\n\n" : "").Append(name).Append(": ");
            else if (text.Length > 0) text.Append(' ');
            speaker = name ?? speaker;
            text.Append(said);
        }

        public override string ToString() => text.ToString();
    }

    [GeneratedRegex(@"(?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3}\s{1,5}-->\s{1,5}(?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Timing();

    [GeneratedRegex(@"^<v(?:\.[\w.]{1,40})?\s+(?<name>[^>]{1,80})>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Voice();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]{0,200}>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(?<name>[A-Z][\w.'-]{0,30}(?: [A-Z][\w.'-]{0,30}){0,3}):\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();
}
