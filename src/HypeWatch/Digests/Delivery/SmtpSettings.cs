namespace HypeWatch.Digests.Delivery;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>STARTTLS, or nothing is sent.</summary>
    StartTls,
    /// <summary>TLS from the first byte.</summary>
    Tls,
    /// <summary>In the clear; only for a server on this machine or network.</summary>
    None,
}

/// <summary>Settings of section <c>Smtp</c>.</summary>
public sealed record SmtpSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Smtp";

    /// <summary>The mail server; null writes mails into the outbox folder instead.</summary>
    public string? Host { get; init; }

    /// <summary>1 to 65535; 587 is usual for STARTTLS, 465 for TLS.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Protection; a server without the wanted one gets no mail and no password.</summary>
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>A file of certificates (PEM) to trust for this server instead of the system's; null for the system's.</summary>
    public string? CaFile { get; init; }

    /// <summary>Account; null sends without one.</summary>
    public string? User { get; init; }

    /// <summary>Its password.</summary>
    public string? Password { get; init; }

    /// <summary>Longest hand-over of one mail, and longest wait for one answer, in seconds, 1 to 600.</summary>
    public int TimeoutSeconds { get; init; } = 60;

    /// <summary>Most mails a minute over all processes, 1 to 60000.</summary>
    public int MailsPerMinute { get; init; } = 120;
}
