namespace HypeWatch.Model;

/// <summary>Whether an actor is a person or an organisation.</summary>
public enum ActorKind
{
    /// <summary>A person.</summary>
    Person,
    /// <summary>An organisation.</summary>
    Organisation,
    /// <summary>A pseudonymous account.</summary>
    Pseudonym,
    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>A time at which a person belonged to an organisation.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="From">First day; null when unknown.</param>
/// <param name="Until">Last day; null when it goes on or is unknown.</param>
public sealed record Affiliation(ActorId Organisation, DateOnly? From, DateOnly? Until);

/// <summary>A person or an organisation.</summary>
/// <param name="Id">Follows from the name.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Name">Name as first met.</param>
/// <param name="Aliases">Other spellings.</param>
/// <param name="Affiliations">Where a person belonged, and when.</param>
public sealed record Actor(ActorId Id, ActorKind Kind, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<Affiliation> Affiliations);

/// <summary>How much of a release was read.</summary>
public enum Coverage
{
    /// <summary>Not known.</summary>
    Unknown,
    /// <summary>Main text and appendices.</summary>
    Full,
    /// <summary>Main text only.</summary>
    MainOnly,
    /// <summary>Abstract only.</summary>
    AbstractOnly,
}

/// <summary>Whether a release was peer reviewed.</summary>
public enum PeerReview
{
    /// <summary>Not known.</summary>
    Unknown,
    /// <summary>No.</summary>
    None,
    /// <summary>A preprint.</summary>
    Preprint,
    /// <summary>At a workshop.</summary>
    Workshop,
    /// <summary>At a conference.</summary>
    Conference,
    /// <summary>In a journal.</summary>
    Journal,
}

/// <summary>One act of publication by one organisation or author group.</summary>
/// <param name="Id">Follows from the key of its primary document.</param>
/// <param name="Title">Title of its primary document.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="FirstPublished">When it was first public.</param>
/// <param name="Coverage">How much of it was read.</param>
/// <param name="PeerReview">Whether it was peer reviewed.</param>
/// <param name="Tags">Topics, in the vocabulary of the prior-work base.</param>
/// <param name="Documents">Its documents, and the texts about it, with their relation.</param>
public sealed record Release(
    ReleaseId Id, string Title, string Publisher, PublicationDate FirstPublished, Coverage Coverage, PeerReview PeerReview, IReadOnlyList<string> Tags,
    IReadOnlyList<ReleaseDocument> Documents);

/// <summary>A document's place in a release.</summary>
/// <param name="Document">The document.</param>
/// <param name="Relation">How it stands to the release.</param>
public sealed record ReleaseDocument(DocumentId Document, DocumentRelation Relation)
{
    /// <summary>Whether the release's own authors or organisation speak in it.</summary>
    public bool IsOwn => Relation is DocumentRelation.Primary or DocumentRelation.Appendix or DocumentRelation.PromoByAuthor or DocumentRelation.PromoByOrg or DocumentRelation.Reply;
}
