namespace HypeWatch.Tests.Fakes;

/// <summary>The variable that names the server for PostgreSQL tests, for example <c>Host=127.0.0.1;Username=hypewatch;Database=hypewatch</c>.</summary>
internal static class PostgresServer
{
    public const string Variable = "HYPEWATCH_TEST_POSTGRES";

    public static string? ConnectionString => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;
}

/// <summary>A theory over both databases; the PostgreSQL rows are shown as skipped where no server is configured.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (PostgresServer.ConnectionString is null) Skip = $"no PostgreSQL server: set {PostgresServer.Variable} to a connection string";
    }
}

/// <inheritdoc cref="PostgresFactAttribute"/>
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute()
    {
        if (PostgresServer.ConnectionString is null) Skip = $"no PostgreSQL server: set {PostgresServer.Variable} to a connection string";
    }
}
