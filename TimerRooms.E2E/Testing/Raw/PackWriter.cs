using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TimerRooms.E2E.Testing.Raw;

/// <summary>Writes as much MessagePack as the hub of a page is spoken to with.</summary>
public sealed class PackWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new();

    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    public PackWriter Array(int count) => count < 16 ? Byte((byte)(0x90 | count)) : throw new ArgumentOutOfRangeException(nameof(count));

    public PackWriter EmptyMap() => Byte(0x80);

    public PackWriter Value(object? value) => value switch
    {
        null => Byte(0xc0),
        bool yes => Byte(yes ? (byte)0xc3 : (byte)0xc2),
        int number => Number(number),
        long number => Number(number),
        string text => Text(text),
        _ => throw new ArgumentException($"No way to write {value.GetType()}.", nameof(value)),
    };

    private PackWriter Number(long number)
    {
        if (number is >= 0 and < 128) return Byte((byte)number);
        Byte(0xd3);
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(sizeof(long)), number);
        buffer.Advance(sizeof(long));
        return this;
    }

    private PackWriter Text(string text)
    {
        Byte(0xdb);
        BinaryPrimitives.WriteInt32BigEndian(buffer.GetSpan(sizeof(int)), Encoding.UTF8.GetByteCount(text));
        buffer.Advance(sizeof(int));
        Encoding.UTF8.GetBytes(text, buffer);
        return this;
    }

    private PackWriter Byte(byte one)
    {
        buffer.GetSpan(1)[0] = one;
        buffer.Advance(1);
        return this;
    }
}
