namespace HypeWatch.Model;

/// <summary>Where a stretch of a version's text stands in the archived page.</summary>
/// <param name="Span">The stretch; it lies in one text node.</param>
/// <param name="Path">The text node as an XPath of the parsed page, for example <c>/html/body/p[2]/text()[1]</c>.</param>
/// <param name="Start">First character in the node's text, before white space was collapsed.</param>
/// <param name="End">Character after the last.</param>
public sealed record TextOrigin(Span Span, string Path, int Start, int End);
