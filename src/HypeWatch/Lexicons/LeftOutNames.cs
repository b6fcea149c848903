using HypeWatch.Model;

namespace HypeWatch.Lexicons;

/// <summary>Takes private persons' names out of a text that is shown, without moving any other character.</summary>
public static class LeftOutNames
{
    /// <summary>What stands in place of each character of a name.</summary>
    public const char Sign = '■';

    private const int Shortest = 2, ShortestAlone = 4;

    // What the readers say where they do not know a name.
    private static readonly string[] NoNames = ["unknown", "unnamed commenter", "a commenter", "a poster", Passage.UnnamedSpeaker];

    /// <summary>The private persons who speak in a text: authors and commenters who are shown by role.</summary>
    public static IReadOnlyList<string> Of(DocumentVersion version, ActorList actors)
    {
        var document = version.Document;
        return
        [
            .. document.Authors.Select(author => (Name: author, Place: Place.Body)).Concat(version.Passages.Where(passage => passage.Speaker is not null).Select(passage => (Name: passage.Speaker!, passage.Place)))
                .Where(speaker => actors.Shown(speaker.Name, document.Kind, speaker.Place, document.Publisher) != speaker.Name).Select(speaker => speaker.Name).Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// Whether a text names one of some persons: by a name of several words, or by one word that is written as a name. A handle that is a common word ("will") names nobody.
    /// </summary>
    public static bool Names(string text, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            var isFull = name.Contains(' ', StringComparison.Ordinal);
            if (!isFull && (name.Length < ShortestAlone || !(char.IsUpper(name[0]) || name.Any(char.IsDigit)))) continue;
            var comparison = isFull ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            if (NoNames.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            for (var at = text.IndexOf(name, comparison); at >= 0; at = text.IndexOf(name, at + name.Length, comparison))
            {
                var end = at + name.Length;
                if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end]))) return true;
            }
        }

        return false;
    }

    /// <summary>The text without the names, each as a word of its own, ignoring case.</summary>
    public static string In(string text, IEnumerable<string> names)
    {
        char[]? shown = null;
        foreach (var name in names.Select(name => name.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Where(name => name.Length >= Shortest && !NoNames.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.OrdinalIgnoreCase))
            {
                var end = at + name.Length;
                // A copy of a forum glues the karma to the name.
                if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsLetter(text[end]))) continue;
                (shown ??= text.ToCharArray()).AsSpan(at, name.Length).Fill(Sign);
            }
        }

        return shown is null ? text : new(shown);
    }
}
