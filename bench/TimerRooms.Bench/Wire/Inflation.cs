using System.IO.Compression;

namespace TimerRooms.Bench.Wire;

/// <summary>Undoes permessage-deflate (RFC 7692), where a message may refer to all that came before it.</summary>
public sealed class Inflation : IDisposable
{
    private readonly Fed fed = new();
    private readonly DeflateStream inflated;
    private byte[] buffer = new byte[4 * 1024];

    public Inflation() => inflated = new DeflateStream(fed, CompressionMode.Decompress);

    /// <summary>The message; valid until the next.</summary>
    public ReadOnlySpan<byte> Inflate(ReadOnlySpan<byte> payload)
    {
        fed.Feed(payload);
        var used = 0;
        while (true)
        {
            var count = inflated.Read(buffer, used, buffer.Length - used);
            if (count == 0) return buffer.AsSpan(0, used);
            used += count;
            if (used == buffer.Length) Array.Resize(ref buffer, 2 * used);
        }
    }

    public void Dispose() => inflated.Dispose();

    /// <summary>Ends whenever a message does, and goes on with the next.</summary>
    private sealed class Fed : Stream
    {
        private byte[] content = [];
        private int at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        // a sender takes away the end of each block; it is put back here
        public void Feed(ReadOnlySpan<byte> payload) => (content, at) = ([.. content.AsSpan(at), .. payload, 0, 0, 0xff, 0xff], 0);

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, content.Length - at);
            content.AsSpan(at, count).CopyTo(buffer);
            at += count;
            return count;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
