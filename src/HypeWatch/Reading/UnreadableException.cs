namespace HypeWatch.Reading;

/// <summary>A part of the reader gives up on a document; the reader turns it into <see cref="Unreadable"/>.</summary>
internal sealed class UnreadableException(string message) : Exception(message);
