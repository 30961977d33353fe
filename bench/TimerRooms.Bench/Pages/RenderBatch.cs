using System.Buffers.Binary;
using System.Text;

namespace TimerRooms.Bench.Pages;

/// <summary>Reads as much of a render batch as pressing its buttons takes: new elements, and event handlers that are gone.</summary>
public readonly ref struct RenderBatch(ReadOnlySpan<byte> batch)
{
    private const int Element = 1, Text = 2, Attribute = 3, Markup = 8;

    private const int FrameLength = 20, Tables = 5, FramesTable = 1, GoneHandlersTable = 3, StringsTable = 4;

    private readonly ReadOnlySpan<byte> batch = batch;

    /// <summary>Each new button that can be clicked, with the text on it.</summary>
    public List<(string Text, ulong Handler)> Buttons()
    {
        var found = new List<(string, ulong)>();
        var frames = Table(FramesTable) + sizeof(int);
        var count = Number(frames - sizeof(int));
        for (var index = 0; index < count; index++)
        {
            var frame = frames + index * FrameLength;
            if (Number(frame) == Element && String(Number(frame + 8)) == "button" && Button(frame, Number(frame + 4)) is { Handler: > 0 } button) found.Add(button);
        }
        return found;
    }

    public List<ulong> GoneHandlers()
    {
        var at = Table(GoneHandlersTable);
        var gone = new List<ulong>();
        for (var left = Number(at); left > 0; left--) gone.Add(BinaryPrimitives.ReadUInt64LittleEndian(batch[(at + sizeof(int) + (left - 1) * sizeof(ulong))..]));
        return gone;
    }

    private (string Text, ulong Handler) Button(int element, int length)
    {
        var (text, handler) = (new StringBuilder(), 0UL);
        for (var frame = element + FrameLength; frame < element + length * FrameLength; frame += FrameLength)
        {
            var kind = Number(frame);
            if (kind is Text or Markup) text.Append(String(Number(frame + 4)));
            else if (kind == Attribute && String(Number(frame + 4)) == "onclick") handler = BinaryPrimitives.ReadUInt64LittleEndian(batch[(frame + 12)..]);
        }
        return (text.ToString().Trim(), handler);
    }

    private int Table(int index) => Number(batch.Length - (Tables - index) * sizeof(int));

    private int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(batch[at..]);

    private string? String(int index)
    {
        if (index < 0) return null;
        var at = Number(Table(StringsTable) + index * sizeof(int));
        var (length, shift) = (0, 0);
        byte one;
        do
        {
            one = batch[at++];
            length |= (one & 0x7f) << shift;
            shift += 7;
        }
        while ((one & 0x80) != 0);
        return Encoding.UTF8.GetString(batch.Slice(at, length));
    }
}
