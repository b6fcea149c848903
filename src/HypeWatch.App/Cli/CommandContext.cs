using System.CommandLine;
using HypeWatch.App.Telemetry;
using HypeWatch.Storage;
using Microsoft.Extensions.Options;

namespace HypeWatch.App.Cli;

/// <summary>What every verb is given: where to print, the global options, and the way to the product's services.</summary>
internal sealed class CommandContext(ParseResult parse)
{
    private readonly TextWriter error = parse.InvocationConfiguration.Error;

    /// <summary>Whether the output is for a program.</summary>
    public bool Json { get; } = parse.GetValue(GlobalOptions.Json);

    /// <summary>Where to print.</summary>
    public Terminal Out { get; } = new(
        parse.InvocationConfiguration.Output, ReferenceEquals(parse.InvocationConfiguration.Output, Console.Out) && !Console.IsOutputRedirected);

    /// <summary>Progress and remarks: never mixed into what a program reads.</summary>
    public Terminal Remarks => Json ? new(error, isTerminal: false) : Out;

    /// <summary>The value of an option.</summary>
    public T? Value<T>(Option<T> option) => parse.GetValue(option);

    /// <summary>Whether an option was given, with a value or without.</summary>
    public bool Has(Option option) => parse.GetResult(option) is { Implicit: false };

    /// <summary>The value of an argument.</summary>
    public T? Value<T>(Argument<T> argument) => parse.GetValue(argument);

    /// <summary>One clear line on the error stream.</summary>
    public void Complain(string message) => error.WriteLine("hypewatch: " + Terminal.Clean(message.ReplaceLineEndings(" ")));

    /// <summary>The settings that the command line overrides.</summary>
    public Dictionary<string, string?> Overrides()
    {
        var overrides = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (parse.GetValue(GlobalOptions.DataDirectory) is { } directory) overrides["DataDirectory"] = directory.FullName;
        if (parse.GetValue(GlobalOptions.Verbose)) overrides["Logging:LogLevel:HypeWatch"] = "Debug";
        return overrides;
    }

    /// <summary>Builds the product and checks all its settings.</summary>
    /// <param name="more">Further settings, stronger than all others.</param>
    /// <param name="configure">Adds to the services, for the verbs that run the scheduler or the web.</param>
    /// <exception cref="OptionsValidationException">A setting makes no sense; the message names it.</exception>
    public WebApplication Build(IReadOnlyDictionary<string, string?>? more = null, Action<WebApplicationBuilder>? configure = null)
    {
        var overrides = Overrides();
        foreach (var (key, value) in more ?? new Dictionary<string, string?>()) overrides[key] = value;
        var builder = Program.Compose(overrides);
        configure?.Invoke(builder);
        var app = builder.Build();
        app.Services.GetService<IStartupValidator>()?.Validate();
        app.Services.StartTelemetry();
        return app;
    }

    /// <summary>Builds the product for a verb that only reads, with the database at its newest schema.</summary>
    /// <returns>Null when there is no database yet, which is said on the error stream: a question must not create one.</returns>
    /// <param name="ct">Stops it.</param>
    /// <param name="isQuiet">Says nothing when there is none.</param>
    /// <param name="configure">Adds to the services.</param>
    public async Task<WebApplication?> OpenForReadingAsync(CancellationToken ct, bool isQuiet = false, Action<WebApplicationBuilder>? configure = null)
    {
        var app = Build(null, configure);
        if (!HasDatabase(app))
        {
            if (!isQuiet) Complain($"there is no database in {app.Services.GetRequiredService<DataDirectory>().Path} yet; hypewatch add or hypewatch run makes one");
            await app.DisposeAsync();
            return null;
        }

        await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
        return app;
    }

    /// <summary>Whether there is a database to read; a server of PostgreSQL counts as one.</summary>
    public static bool HasDatabase(WebApplication app) =>
        app.Services.GetRequiredService<IOptions<StorageSettings>>().Value.Provider == DatabaseKind.Postgres || File.Exists(app.Services.GetRequiredService<DataDirectory>().DatabaseFile);
}
