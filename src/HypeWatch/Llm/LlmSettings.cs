using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace HypeWatch.Llm;

/// <summary>What happens to documents while the budget is used up; fetching and archiving go on.</summary>
public enum SpentRule
{
    /// <summary>The rules read them, and the model reads them again when the next period begins.</summary>
    Rules,
    /// <summary>They wait for the next period.</summary>
    Queue,
}

/// <summary>
/// Which language model is asked, and how much of it may be used: the section <c>Llm</c>. With nothing set there is no model, and the offline
/// rules do all the work. Any server that speaks the OpenAI chat protocol will do: OpenAI, Azure OpenAI (its address ends in
/// <c>/openai/v1</c>), Ollama, vLLM, llama.cpp.
/// </summary>
public sealed record LlmSettings
{
    /// <summary>The section these settings are read from.</summary>
    public const string Section = "Llm";

    /// <summary>The endpoint when none is set.</summary>
    public const string DefaultEndpoint = "https://api.openai.com/v1";

    /// <summary>Name of the model at the endpoint (for Azure OpenAI: of the deployment). Null or empty: no model is used.</summary>
    public string? Model { get; init; }

    /// <summary>Base address of the chat protocol, without <c>/chat/completions</c>; null takes <see cref="DefaultEndpoint"/>.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The key sent to the endpoint. It belongs into the environment (<c>HypeWatch__Llm__ApiKey</c>), never into a file. Servers of one's own may need none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Seconds until a call without an answer counts as failed, 0.1 to 3600.</summary>
    public double TimeoutSeconds { get; init; } = 120;

    /// <summary>How often a call is repeated after 408, 429, 5xx, a timeout or a lost connection, 0 to 20.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>Calls in flight at once, 1 to 256.</summary>
    public int MaxConcurrency { get; init; } = 4;

    /// <summary>Calls in any minute, repeated ones included; 0 sets no limit.</summary>
    public int MaxRequestsPerMinute { get; init; }

    /// <summary>Tokens, sent and received, in any minute; 0 sets no limit.</summary>
    public int MaxTokensPerMinute { get; init; }

    /// <summary>Tokens, sent and received, per day in UTC; 0 sets no limit.</summary>
    public long MaxTokensPerDay { get; init; } = 2_000_000;

    /// <summary>Cost per month in UTC, in <see cref="PriceCurrency"/>; 0 sets no limit. Needs prices.</summary>
    public double MaxCostPerMonth { get; init; }

    /// <summary>What happens to documents while a limit of spending is used up.</summary>
    public SpentRule WhenBudgetIsSpent { get; init; }

    /// <summary>Price of a million tokens sent, 0 or more.</summary>
    public double PriceInput { get; init; }

    /// <summary>Price of a million tokens received, 0 or more.</summary>
    public double PriceOutput { get; init; }

    /// <summary>Currency of the prices.</summary>
    public string PriceCurrency { get; init; } = "USD";

    /// <summary>The day on which the prices were looked up; prices change.</summary>
    public DateOnly? PriceDate { get; init; }

    /// <summary>Longest answer asked for, in tokens, 256 to 1,000,000.</summary>
    public int MaxOutputTokens { get; init; } = 16_000;

    /// <summary>A file to which answers are recorded (see <see cref="Recording"/>); null records none.</summary>
    public string? Record { get; init; }

    /// <summary>A file or folder of recordings that answer in place of the endpoint; null asks the endpoint.</summary>
    public string? Replay { get; init; }

    /// <summary>What tokens cost.</summary>
    public double CostOf(long input, long output) => ((input * PriceInput) + (output * PriceOutput)) / 1e6;

    /// <summary>Whether a model is to be used.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Model);

    /// <summary>The endpoint as an address.</summary>
    /// <exception cref="UriFormatException">It is none; <see cref="Problems"/> says so first.</exception>
    public Uri EndpointUri => new(string.IsNullOrWhiteSpace(Endpoint) ? DefaultEndpoint : Endpoint);

    /// <summary><see cref="TimeoutSeconds"/> as a time span.</summary>
    public TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    /// <summary>What is wrong with the settings, one sentence each, naming the key; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (TimeoutSeconds is not (>= 0.1 and <= 3600)) yield return "Llm:TimeoutSeconds must lie between 0.1 and 3600";
        if (Retries is < 0 or > 20) yield return "Llm:Retries must lie between 0 and 20";
        if (MaxConcurrency is < 1 or > 256) yield return "Llm:MaxConcurrency must lie between 1 and 256";
        if (MaxRequestsPerMinute < 0 || MaxTokensPerMinute < 0) yield return "Llm:MaxRequestsPerMinute and Llm:MaxTokensPerMinute must be 0 (no limit) or more";
        if (MaxCostPerMonth is not (>= 0 and <= 1e9)) yield return "Llm:MaxCostPerMonth must be 0 (no limit) or more";
        if (PriceInput is not (>= 0 and <= 1e6) || PriceOutput is not (>= 0 and <= 1e6)) yield return "Llm:PriceInput and Llm:PriceOutput must be 0 or more, for a million tokens";
        if (MaxCostPerMonth > 0 && PriceInput + PriceOutput == 0) yield return "Llm:MaxCostPerMonth needs Llm:PriceInput and Llm:PriceOutput";
        if (PriceInput + PriceOutput > 0 && PriceDate is null) yield return "Llm:PriceDate must say when Llm:PriceInput and Llm:PriceOutput were looked up";
        if (MaxTokensPerDay < 0) yield return "Llm:MaxTokensPerDay must be 0 (no limit) or more";
        if (MaxOutputTokens is < 256 or > 1_000_000) yield return "Llm:MaxOutputTokens must lie between 256 and 1000000";
        var hasKey = !string.IsNullOrWhiteSpace(ApiKey);
        var hasEndpoint = !string.IsNullOrWhiteSpace(Endpoint);
        if (!IsConfigured)
        {
            if (hasEndpoint) yield return "Llm:Model must name the model to ask at Llm:Endpoint";
            yield break;
        }

        if (!string.IsNullOrWhiteSpace(Replay)) yield break;
        if (!hasEndpoint)
        {
            if (!hasKey) yield return $"Llm:ApiKey (environment: HypeWatch__Llm__ApiKey) is needed for {DefaultEndpoint}; set Llm:Endpoint for a server of your own";
            yield break;
        }

        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            yield return "Llm:Endpoint must be an http or https address";
        else if (uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
            yield return "Llm:Endpoint must hold neither a user name nor a fragment; the key goes into Llm:ApiKey";
        else if (hasKey && uri.Scheme == "http" && !uri.IsLoopback)
            yield return "Llm:Endpoint must be https, or on this machine, when Llm:ApiKey is set";
    }

    /// <summary>Reads the section <c>Llm</c> of a configuration.</summary>
    /// <exception cref="OptionsValidationException">The settings cannot be used; the message names the keys.</exception>
    public static LlmSettings From(IConfiguration configuration) => (configuration.GetSection(Section).Get<LlmSettings>() ?? new()).Checked();

    /// <summary>Returns these settings when they can be used.</summary>
    /// <exception cref="OptionsValidationException">They cannot; the message names the keys.</exception>
    public LlmSettings Checked() => Problems().ToList() is { Count: > 0 } problems ? throw new OptionsValidationException(Section, typeof(LlmSettings), problems) : this;

    /// <summary>The settings without the key.</summary>
    public override string ToString() =>
        !IsConfigured ? "no language model" : string.IsNullOrWhiteSpace(Replay) ? $"{Model} at {EndpointUri}" : $"{Model} as recorded in {Replay}";
}
