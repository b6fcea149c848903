using System.Text.RegularExpressions;

namespace HypeWatch.Reading;

/// <summary>Family names of the authors of a reference, whichever way round their names are printed.</summary>
internal static partial class FamilyNames
{
    private const int MaxAuthors = 60;
    private const int MaxLength = 2000;

    /// <summary>The family names, in order, as far as they can be told.</summary>
    public static IReadOnlyList<string> In(string authors)
    {
        var text = Others().Replace(authors.Length > MaxLength ? authors[..MaxLength] : authors, " ");
        var people = text.Contains(';', StringComparison.Ordinal)
            ? text.Split(';').SelectMany(person => Between().Split(person).Length is 1 or 2 && person.Contains(',', StringComparison.Ordinal) ? [person[..person.IndexOf(',', StringComparison.Ordinal)]] : Pieces(person))
            : Pieces(text);
        return [.. people.Select(Family).OfType<string>().Take(MaxAuthors)];
    }

    /// <summary>One piece a person: given names that stand behind a family name and a comma are left out.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var pieces = Between().Split(text).Select(piece => piece.Trim(' ', '(', ')', '*', '\u2217', '\u2020')).Where(piece => piece.Length > 0).ToList();
        // "Ruiz, Ada B., and Cy Chen": the first name is turned, the others are not. Two single words and more after each other are family names alone.
        var turned = pieces.Count > 1 && IsSingle(pieces[0]) && !IsInitials(pieces[1]) && (!IsSingle(pieces[1]) || pieces.Count == 2 && !Joined().IsMatch(text) || pieces.Skip(2).Any(piece => !IsSingle(piece) && !IsInitials(piece)));
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i == 1 && turned || IsInitials(pieces[i])) continue;
            yield return pieces[i];
        }
    }

    private static bool IsSingle(string piece) => Words(piece).Count(word => !char.IsLower(word[0])) == 1;

    private static bool IsInitials(string piece) => Initials().IsMatch(piece);

    private static string[] Words(string piece) => piece.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string? Family(string person)
    {
        var words = Words(person.Trim(' ', '.', ','));
        var full = Array.FindAll(words, word => !IsInitials(word) && char.IsLetter(word[0]));
        if (full.Length is 0 or > 6) return null;
        // Family names in capitals, with the given names beside them in small letters.
        var capitals = Array.FindAll(full, word => word.Length > 2 && word.All(c => !char.IsLower(c)));
        var family = (capitals.Length > 0 && capitals.Length < full.Length ? capitals[^1] : full[^1]).Trim('.', ',', ':', '(', ')', '"', '\u201c', '\u201d');
        return family.Length is > 1 and < 50 && char.IsLetter(family[0]) ? family : null;
    }

    [GeneratedRegex(@"\bet\.? ?al\b\.?|\band (?:others|colleagues)\b|\bet coll\b\.?|\(?\b(?:[Ee]ds?|[Hh]rsg|[Hh]g)\b\.?\)?|[\u2014\u2013-]{2,}|\.\.\.|\u2026", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Others();

    [GeneratedRegex(@",?\s?\b(?:and|und|et|y|e|och)\s|\s?&\s?|,|\s/\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?:and|und|et|y)\s|&", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joined();

    [GeneratedRegex(@"^(?:\p{Lu}[hr]?(?:\.[-\s\u2010]?|[-\s\u2010])){0,4}\p{Lu}[hr]?\.?$|^\p{Lu}{2,3}$|^(?:Jr|Sr|II|III|IV)\.?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Initials();
}
