namespace HypeWatch.Reading;

/// <summary>What a word of a reference belongs to.</summary>
internal enum ReferenceLabel : byte
{
    /// <summary>The mark by which the text cites it.</summary>
    Mark,
    Author,
    Title,
    Date,
    /// <summary>Journal, proceedings, collection, series.</summary>
    Venue,
    /// <summary>Editors, translators, directors.</summary>
    Editor,
    /// <summary>Publisher and its place.</summary>
    Publisher,
    /// <summary>Volume, number, edition, pages.</summary>
    Locator,
    Url,
    Doi,
    /// <summary>Kind of work, notes, archives.</summary>
    Note,
}
