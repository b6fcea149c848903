namespace HypeWatch.Storage;

/// <summary>Which database is used.</summary>
public enum DatabaseKind
{
    /// <summary>A file in the data directory.</summary>
    Sqlite,
    /// <summary>A PostgreSQL server.</summary>
    Postgres,
}

/// <summary>Settings of the section <c>Storage</c>.</summary>
public sealed record StorageSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Storage";

    /// <summary><c>sqlite</c> (default) or <c>postgres</c>.</summary>
    public DatabaseKind Provider { get; set; } = DatabaseKind.Sqlite;

    /// <summary>Connection string for PostgreSQL; ignored for SQLite, whose file is <c>hypewatch.db</c> in the data directory.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>How long a writer waits for another process, in seconds, 1 to 600.</summary>
    public int BusyTimeoutSeconds { get; set; } = 30;
}

/// <summary>Where the database, the archive and the outbox lie.</summary>
/// <param name="Path">Absolute path.</param>
public sealed record DataDirectory(string Path)
{
    /// <summary>Name of the root setting.</summary>
    public const string Setting = "DataDirectory";

    /// <summary>Where the data lies when nothing says otherwise: a folder below the current one.</summary>
    public const string Standard = "hypewatch-data";

    /// <summary>The SQLite file.</summary>
    public string DatabaseFile => System.IO.Path.Combine(Path, "hypewatch.db");

    /// <summary>The scheduler's own SQLite file, so that it never waits for our writer.</summary>
    public string SchedulerFile => System.IO.Path.Combine(Path, "scheduler.db");

    /// <summary>The content-addressed store of what was read.</summary>
    public string Archive => System.IO.Path.Combine(Path, "archive");

    /// <summary>Rendered digests.</summary>
    public string Outbox => System.IO.Path.Combine(Path, "outbox");
}
