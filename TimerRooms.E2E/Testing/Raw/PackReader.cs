using System.Buffers.Binary;
using System.Text;

namespace TimerRooms.E2E.Testing.Raw;

/// <summary>Reads MessagePack: arrays as object?[], whole numbers as long, bytes as byte[]; a map is passed over and read as null.</summary>
public ref struct PackReader(ReadOnlySpan<byte> packed)
{
    private ReadOnlySpan<byte> rest = packed;

    public object? Read()
    {
        var code = Take(1)[0];
        return code switch
        {
            < 0x80 => (long)code,
            < 0x90 => Map(code & 0x0f),
            < 0xa0 => Array(code & 0x0f),
            < 0xc0 => Text(code & 0x1f),
            0xc0 => null,
            0xc2 => false,
            0xc3 => true,
            >= 0xc4 and <= 0xc6 => Take(Length(1 << (code - 0xc4))).ToArray(),
            0xca => (double)BinaryPrimitives.ReadSingleBigEndian(Take(4)),
            0xcb => BinaryPrimitives.ReadDoubleBigEndian(Take(8)),
            >= 0xcc and <= 0xcf => Unsigned(1 << (code - 0xcc)),
            >= 0xd0 and <= 0xd3 => Signed(1 << (code - 0xd0)),
            >= 0xd9 and <= 0xdb => Text(Length(1 << (code - 0xd9))),
            0xdc or 0xdd => Array(Length(code == 0xdc ? 2 : 4)),
            0xde or 0xdf => Map(Length(code == 0xde ? 2 : 4)),
            >= 0xe0 => (long)(sbyte)code,
            _ => throw new InvalidDataException($"No MessagePack as the hub speaks it: 0x{code:x2}."),
        };
    }

    private object?[] Array(int count)
    {
        var items = new object?[count];
        for (var index = 0; index < count; index++) items[index] = Read();
        return items;
    }

    private object? Map(int count)
    {
        for (var index = 0; index < 2 * count; index++) Read();
        return null;
    }

    private string Text(int length) => Encoding.UTF8.GetString(Take(length));

    private int Length(int size) => checked((int)Unsigned(size));

    private long Unsigned(int size)
    {
        long number = 0;
        foreach (var one in Take(size)) number = number << 8 | one;
        return number;
    }

    private long Signed(int size)
    {
        var unused = 64 - 8 * size;
        return Unsigned(size) << unused >> unused;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length) throw new InvalidDataException("MessagePack that ends too soon.");
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
