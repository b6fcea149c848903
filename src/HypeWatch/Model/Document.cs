namespace HypeWatch.Model;

/// <summary>What sort of text a document is (specification 1, document).</summary>
public enum DocumentKind
{
    /// <summary>A paper.</summary>
    Paper,
    /// <summary>A preprint.</summary>
    Preprint,
    /// <summary>An appendix or supplement.</summary>
    Appendix,
    /// <summary>A blog or company post.</summary>
    Blog,
    /// <summary>A press release.</summary>
    PressRelease,
    /// <summary>A social post by the authors or their organisation.</summary>
    PromoSocial,
    /// <summary>A social post by somebody else.</summary>
    ThirdPartySocial,
    /// <summary>A newspaper or magazine piece.</summary>
    News,
    /// <summary>A policy memo, testimony or regulation.</summary>
    Policy,
    /// <summary>A critique.</summary>
    Critique,
    /// <summary>A comment.</summary>
    Comment,
    /// <summary>A podcast or its transcript.</summary>
    Podcast,
    /// <summary>An earlier work.</summary>
    PriorWork,
    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>How a document stands to the release that it belongs to or speaks about.</summary>
public enum DocumentRelation
{
    /// <summary>The release's own main text.</summary>
    Primary,
    /// <summary>Its appendix or supplement.</summary>
    Appendix,
    /// <summary>Promotion by one of its authors.</summary>
    PromoByAuthor,
    /// <summary>Promotion by the publishing organisation.</summary>
    PromoByOrg,
    /// <summary>A third party reports on it.</summary>
    ThirdParty,
    /// <summary>A critique of it.</summary>
    Critique,
    /// <summary>A reply by its authors.</summary>
    Reply,
}

/// <summary>One retrievable text with one address.</summary>
/// <param name="Id">Follows from <paramref name="CanonicalUrl"/>.</param>
/// <param name="Kind">What sort of text it is.</param>
/// <param name="Url">Where it was found.</param>
/// <param name="CanonicalUrl">The address after normalisation; the key of the document.</param>
/// <param name="Title">Title, or the address where there is none.</param>
/// <param name="Publisher">Who publishes it; null when unknown.</param>
/// <param name="Authors">Authors as printed, in order.</param>
/// <param name="Published">When it became public.</param>
/// <param name="Language">BCP 47 tag, <c>und</c> when unknown.</param>
/// <param name="ReleaseHint">A release key given by the source or a sidecar; null when there is none.</param>
public sealed record Document(
    DocumentId Id, DocumentKind Kind, string Url, string CanonicalUrl, string Title, string? Publisher,
    IReadOnlyList<string> Authors, PublicationDate Published, string Language, string? ReleaseHint = null)
{
    /// <summary>
    /// Who speaks in this document: its publisher, else its first author, else its host. In a critique, comment or social post it is the first author, and likewise where the
    /// publisher is only a venue or a hosting site, which says nothing itself.
    /// </summary>
    public string Asserter => Authors.Count > 0 && (IsPersonal || Publisher is null || Venue.IsShared(Publisher)) ? Authors[0]
        : Publisher is { } publisher ? Venue.NameOf(publisher) : (Uri.TryCreate(Url, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : "unknown");

    private bool IsPersonal => Kind is DocumentKind.Critique or DocumentKind.Comment or DocumentKind.ThirdPartySocial or DocumentKind.PromoSocial;
}
