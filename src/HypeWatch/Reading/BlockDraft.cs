using System.Text;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>A block being written: white space collapses to one space, characters that no reader sees are left out.</summary>
internal sealed class BlockDraft(BlockRole role, bool keepLines = false)
{
    private readonly StringBuilder text = new();
    private readonly List<(int Start, int End, string Url)> links = [];

    public BlockRole Role { get; set; } = role;

    public int Length => text.Length;

    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (!char.IsWhiteSpace(text[i])) return false;
            }

            return true;
        }
    }

    /// <summary>Share of the text that is linked, 0 to 1.</summary>
    public double LinkShare => text.Length == 0 ? 0 : Math.Min(1, links.Sum(link => link.End - link.Start) / (double)text.Length);

    public string Text => text.ToString();

    public BlockDraft Append(ReadOnlySpan<char> raw)
    {
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (HiddenCharacters.IsTag(raw, i)) i++;
            else if (HiddenCharacters.IsBidiControl(c)) continue;
            else if (char.IsWhiteSpace(c) && !(keepLines && c == '\n')) AppendSpace();
            else text.Append(c);
        }

        return this;
    }

    public void AppendSpace()
    {
        if (text.Length > 0 && !char.IsWhiteSpace(text[^1])) text.Append(' ');
    }

    public void AppendLine()
    {
        if (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length > 0) text.Append('\n');
    }

    public void Link(int start, int end, string url) => links.Add((Math.Min(start, text.Length), Math.Min(end, text.Length), url));

    /// <summary>The normalised words without white space at their ends, and the links in them.</summary>
    public (string Words, List<TextLink> Links) Finish()
    {
        var raw = text.ToString();
        var normalised = NormalizedText.From(raw);
        var words = normalised.Trim();
        var cut = words.Length == 0 ? 0 : normalised.IndexOf(words, StringComparison.Ordinal);
        var found = new List<TextLink>(links.Count);
        var shifted = normalised.Length == raw.Length ? null : Shifted(raw);
        foreach (var (start, end, url) in links)
        {
            var from = Math.Clamp((shifted?[start] ?? start) - cut, 0, words.Length);
            var to = Math.Clamp((shifted?[end] ?? end) - cut, from, words.Length);
            while (from < to && char.IsWhiteSpace(words[from])) from++;
            while (to > from && char.IsWhiteSpace(words[to - 1])) to--;
            found.Add(new(new(from, to), url));
        }

        return (words, found);
    }

    /// <summary>Where the ends of the links lie after normalisation composed or dropped characters, counted piece by piece in one pass.</summary>
    private Dictionary<int, int> Shifted(string raw)
    {
        var places = new Dictionary<int, int>();
        int last = 0, length = 0;
        foreach (var place in links.SelectMany(link => new[] { link.Start, link.End }).Distinct().Order())
        {
            length += NormalizedText.From(raw[last..place]).Length;
            places[place] = length;
            last = place;
        }

        return places;
    }
}
