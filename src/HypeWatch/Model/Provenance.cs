namespace HypeWatch.Model;

/// <summary>Which program made a derived record.</summary>
/// <param name="Engine"><c>offline</c>, <c>model</c> or <c>human</c>.</param>
/// <param name="EngineVersion">Version of the rules or of the extractor.</param>
/// <param name="Model">Name of the language model; null for rules.</param>
/// <param name="Prompt">Name and version of the prompt, for example <c>claims/extract-claims@1</c>; null for rules.</param>
/// <param name="PromptSha256">Hash of the prompt file; null for rules.</param>
public sealed record Provenance(string Engine, string EngineVersion, string? Model = null, string? Prompt = null, string? PromptSha256 = null);
