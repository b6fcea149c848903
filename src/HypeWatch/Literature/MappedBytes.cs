using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace HypeWatch.Literature;

/// <summary>A file in memory, read where the system keeps it. The only place of the library with an address: a copy of each piece costs twice the time of reading it.</summary>
internal sealed unsafe class MappedBytes : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;

    public MappedBytes(string path)
    {
        Length = new FileInfo(path).Length;
        file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        view = file.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
    }

    public long Length { get; }

    /// <summary>Values at a place of the file.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They do not lie within the file.</exception>
    public ReadOnlySpan<T> Read<T>(long offset, int count) where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + ((long)count * sizeof(T)), Length, nameof(count));
        ObjectDisposedException.ThrowIf(view.SafeMemoryMappedViewHandle.IsClosed, this);
        return MemoryMarshal.CreateReadOnlySpan(ref *(T*)(start + offset), count);
    }

    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }
}
