using HypeWatch.Model;

namespace HypeWatch.Sources;

/// <summary>One entry of a feed.</summary>
/// <param name="Link">Where it points, as written.</param>
/// <param name="Title">Plain words.</param>
/// <param name="Published">When it was published, as stated.</param>
/// <param name="Authors">Authors in order.</param>
/// <param name="Summary">Plain words of summary, content and categories, for filters only.</param>
internal sealed record FeedEntry(string? Link, string Title, PublicationDate? Published, IReadOnlyList<string> Authors, string Summary);

/// <summary>A feed as far as it could be read.</summary>
/// <param name="IsFeed">Whether a feed began at all.</param>
/// <param name="Entries">Its entries in order.</param>
/// <param name="Defect">What is wrong with the file; null when nothing is.</param>
/// <param name="IsCut">Whether entries are missing because of it.</param>
/// <param name="RestMinutes">Minutes for which the publisher wishes a reader not to come back; null when none is stated.</param>
internal sealed record FeedContent(bool IsFeed, IReadOnlyList<FeedEntry> Entries, string? Defect, bool IsCut, int? RestMinutes = null);
