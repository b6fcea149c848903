using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>That one document points to another, and that claims may have gone that way.</summary>
/// <param name="Upstream">The document that is pointed to.</param>
/// <param name="Downstream">The document that points.</param>
/// <param name="Support">By what.</param>
/// <param name="DateOk">Whether upstream is not younger; null when the dates do not decide.</param>
internal sealed record Hop(DossierDocument Upstream, DossierDocument Downstream, Support Support, bool? DateOk);
