using HypeWatch.Model;

namespace HypeWatch.Sources;

/// <summary>CSS selectors of a page that lists documents. Only CSS: other query languages can read files and variables (threat 17).</summary>
public sealed record IndexSelectors
{
    /// <summary>Selects one element per document; required.</summary>
    public string Item { get; set; } = "";

    /// <summary>Selects the link inside the item; empty for the item itself, or the first link in it.</summary>
    public string Link { get; set; } = "";

    /// <summary>Selects the title inside the item; empty for the words of the link.</summary>
    public string Title { get; set; } = "";

    /// <summary>Selects the date inside the item; empty for its first <c>time</c> element.</summary>
    public string Date { get; set; } = "";

    /// <summary>Form of the date where it cannot be guessed, such as <c>dd/MM/yyyy</c>; empty to recognise the usual forms.</summary>
    public string DateFormat { get; set; } = "";
}

/// <summary>One entry of the list <c>Sources</c>: a place where documents are announced.</summary>
public sealed record SourceSettings
{
    /// <summary>Unique name, shown to people and stored with each item.</summary>
    public string Name { get; set; } = "";

    /// <summary>Which reader: <c>feed</c> (RSS, Atom, JSON Feed), <c>html-index</c> (a page with links), <c>sitemap</c>, or the name of a service.</summary>
    public string Kind { get; set; } = "feed";

    /// <summary>http(s) address of the feed or page; of a service only where it differs from the usual one; the path of a watched folder.</summary>
    public string Url { get; set; } = "";

    /// <summary>Who publishes what is announced; null to take each document's own word.</summary>
    public string? Publisher { get; set; }

    /// <summary>Code of what sort of text is announced (<c>paper</c>, <c>preprint</c>, <c>blog</c>, <c>press_release</c>, <c>news</c> …); null when mixed.</summary>
    public string? DocumentKind { get; set; }

    /// <summary>Selectors of an <c>html-index</c>.</summary>
    public IndexSelectors Select { get; set; } = new();

    /// <summary>What a service is asked for: search terms, accounts, venues, channels, as its kind says.</summary>
    public IList<string> Queries { get; init; } = [];

    /// <summary>Days that the first poll of a service looks back, 1 to 3,650; later ones begin where the last good one ended.</summary>
    public int FirstDays { get; set; } = 30;

    /// <summary>Most answers of a service that are read in one poll, 1 to 1,000.</summary>
    public int MaxPages { get; set; } = 50;

    /// <summary>US dollars that a service which takes money may cost in a calendar month (UTC), 0 to 100,000; nothing is asked beyond.</summary>
    public decimal MonthlyBudget { get; set; }

    /// <summary>Take only items with one of these words in title or summary, ignoring case; empty for all.</summary>
    public IList<string> Keywords { get; init; } = [];

    /// <summary>Take only items whose address begins with one of these; empty for all.</summary>
    public IList<string> Allow { get; init; } = [];

    /// <summary>Minutes between two polls, 5 to 43,200 (30 days).</summary>
    public int EveryMinutes { get; set; } = 60;

    /// <summary>Whether the source asks its readers to name a contact; it stays off until <c>Http:ContactAddress</c> is set.</summary>
    public bool RequiresContact { get; set; }

    /// <summary>Name of the setting that holds the key which the source needs, for example <c>Keys:Example</c>; it stays off until that is set. Null when none is needed.</summary>
    public string? RequiresKey { get; set; }

    /// <summary>Whether the source is polled.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Longest pause in minutes to which a source that seldom has anything new may be stretched; 0 for eight times <see cref="EveryMinutes"/>, at most a day.</summary>
    public int AtMostMinutes { get; set; }

    /// <summary>Address or beginning of an address that must be among what is announced, as a sign that the source is still read rightly; null for none.</summary>
    public string? Canary { get; set; }

    /// <summary>Fewest new items in 30 days that are usual; null to learn it.</summary>
    public int? ExpectAtLeast { get; set; }

    /// <summary>Most new items in 30 days that are usual; null to learn it.</summary>
    public int? ExpectAtMost { get; set; }

    /// <summary>A saved answer of this source, on which <c>hypewatch source test</c> tries the settings; a relative path is below the data directory. Null for none.</summary>
    public string? Sample { get; set; }

    /// <summary>What the last look left behind; null to look afresh.</summary>
    internal PollMemory? Memory { get; init; }

    /// <summary>What sort of text is announced; null when mixed.</summary>
    internal DocumentKind? AnnouncedKind => Code<DocumentKind>.TryParse(DocumentKind, out var kind) ? kind : null;

    /// <summary>Whether an announced thing passes the filters.</summary>
    internal bool Admits(string link, string title, string summary) =>
        (Allow.Count == 0 || Allow.Any(prefix => link.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))) &&
        (Keywords.Count == 0 || Keywords.Any(word => title.Contains(word, StringComparison.OrdinalIgnoreCase) || summary.Contains(word, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>The list <c>Sources</c> of the configuration.</summary>
public sealed record SourceList
{
    /// <summary>The sources, in the order of the file.</summary>
    public IList<SourceSettings> Sources { get; init; } = [];
}
