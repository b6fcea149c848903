namespace HypeWatch.Storage;

/// <summary>Keeps the result of one pipeline stage.</summary>
/// <typeparam name="T">The result.</typeparam>
public interface IResultStore<T> where T : class
{
    /// <summary>The id under which a result is found again.</summary>
    string IdOf(T result);

    /// <summary>Writes a result; writing it twice leaves the same rows.</summary>
    Task SaveAsync(T result, WriteScope scope);

    /// <summary>Reads a result; null when it is not there.</summary>
    Task<T?> LoadAsync(string id, CancellationToken ct);
}
