namespace HypeWatch.Model;

/// <summary>
/// That a text about a release says what came of the words of its publisher: "their posts led to a claim in a memo". It is that text's assertion and nobody's finding; it is kept with whether the
/// dates allow it (specification 7: support <c>asserted_by_critic</c>).
/// </summary>
/// <param name="Version">The text that says so.</param>
/// <param name="Span">Where it says so.</param>
/// <param name="Quote">Its words.</param>
/// <param name="Upstream">What is said to have led to it: an act of publication.</param>
/// <param name="UpstreamDate">When that was.</param>
/// <param name="UpstreamDocument">The document of it; null where only its time is known.</param>
/// <param name="Downstream">What is said to have come of it, in the words of the text or by the title of the document.</param>
/// <param name="DownstreamDate">When that was, as far as it is known.</param>
public sealed record AssertedInfluence(VersionId Version, Span Span, string Quote, string Upstream, PublicationDate UpstreamDate, DocumentId? UpstreamDocument, string Downstream, PublicationDate DownstreamDate)
{
    /// <summary>How much weight an unproven assertion of influence has, 0 to 1; an estimate, and below the 0.5 that the specification allows at most.</summary>
    public const double Weight = 0.3;

    /// <summary>The document that is said to have come of it; null where it is not in the archive.</summary>
    public DocumentId? DownstreamDocument { get; init; }

    /// <summary>The claim in it, as far as some text quotes it; null where no text does.</summary>
    public ClaimId? DownstreamClaim { get; init; }

    /// <summary>Who made that claim, and therefore owns whatever it says beyond the upstream; null when unknown.</summary>
    public string? DownstreamAsserter { get; init; }

    /// <summary>Where it was published; null when unknown.</summary>
    public string? DownstreamUrl { get; init; }

    /// <summary>Whether the dates allow it: false refuses it, null leaves it possible and unproven.</summary>
    public bool? DateOk => UpstreamDate.IsOnOrBefore(DownstreamDate);

    /// <summary>What it rests on: nothing, once the dates refuse it.</summary>
    public EdgeSupport Support => DateOk is false ? EdgeSupport.None : EdgeSupport.AssertedByCritic;

    /// <summary>0 to 1; 0 once the dates refuse it.</summary>
    public double Confidence => DateOk is false ? 0 : Weight;
}
