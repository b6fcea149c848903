using System.Collections.Frozen;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>Whether two documents speak for the same people. Says no where it can't tell: a stranger's text must never count as a lab's own.</summary>
internal static class Ownership
{
    /// <summary>Whether publisher or an author is the same.</summary>
    public static bool IsShared(Document a, Document b) => SamePublisher(a.Publisher, b.Publisher) || SharesAuthor(a, b);

    /// <summary>Whether two publisher fields name one organisation: the same words, or one name inside the other ("Team Blog (Northlight)").</summary>
    public static bool SamePublisher(string? a, string? b)
    {
        if (a is null || b is null || Venue.IsSecondHand(a) || Venue.IsSecondHand(b)) return false;
        string one = Words(a), other = Words(b);
        if (Math.Min(one.Length, other.Length) < 6) return one == other && one.Length > 2 && !Venue.IsShared(a);
        var shorter = one.Length <= other.Length ? a : b;
        return !Venue.IsShared(shorter) && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal));
    }

    /// <summary>Whether an author of one is an author of the other, by family name and given name or initial; a family name alone is not enough.</summary>
    public static bool SharesAuthor(Document a, Document b) => a.Authors.Any(one => b.Authors.Any(other => SamePerson(one, other)));

    /// <summary>Whether two spellings can only be the same person: the same family name, and given names of which none contradicts.</summary>
    public static bool SamePerson(string a, string b)
    {
        string[] one = NameWords(a), other = NameWords(b);
        if (one.Length < 2 || other.Length < 2) return one.Length == other.Length && one.Length == 1 && one[0] == other[0] && one[0].Length > 3 && !a.Contains("et al", StringComparison.OrdinalIgnoreCase);
        if (one[^1] != other[^1]) return false;
        return one[0] == other[0] || (one[0][0] == other[0][0] && (one[0].Length == 1 || other[0].Length == 1));
    }

    /// <summary>The part of a publisher's name by which others call it: "Northlight" for "Northlight Research"; the whole name where little would be left.</summary>
    public static string ShortName(string publisher)
    {
        var words = publisher.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !CommonWords.Contains(word.Trim(',', '.'))).ToList();
        var name = string.Join(' ', words);
        return name.Length >= 5 ? name : publisher;
    }

    private static readonly FrozenSet<string> CommonWords = new[]
    {
        "The", "AI", "Research", "Lab", "Labs", "Institute", "Team", "Group", "Inc", "Ltd", "LLC", "Blog", "News", "Technologies", "Foundation", "Center", "Centre",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Padded with spaces, so that a name matches whole words only.
    private static string Words(string name) => $" {string.Join(' ', name.ToLowerInvariant().Split([.. " ,.;:()[]/|&-\t\n"], StringSplitOptions.RemoveEmptyEntries))} ";

    private static string[] NameWords(string name)
    {
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        var plain = (bracket > 0 ? name[..bracket] : name).Replace("et al.", "", StringComparison.OrdinalIgnoreCase).Replace("et al", "", StringComparison.OrdinalIgnoreCase);
        return plain.ToLowerInvariant().Split([.. " .,@\t\n"], StringSplitOptions.RemoveEmptyEntries);
    }
}
