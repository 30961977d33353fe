using System.Buffers.Binary;
using System.Text;

namespace TimerRooms.Bench.Pages;

/// <summary>Reads as much of a render batch as pressing its buttons takes: new elements, and event handlers that are others or gone.</summary>
public readonly ref struct RenderBatch(ReadOnlySpan<byte> batch)
{
    private const int Element = 1, Text = 2, Attribute = 3, Component = 4, Region = 5, Markup = 8;

    private const int Prepend = 1, SetAttribute = 3;

    private const int FrameLength = 20, EditLength = 16, Tables = 5, DiffsTable = 0, FramesTable = 1, GoneHandlersTable = 3, StringsTable = 4;

    private readonly ReadOnlySpan<byte> batch = batch;

    /// <summary>
    /// Each button that can be clicked and is new, with the component it is drawn by and the text on it; and, without a text, each whose click is
    /// handled by another handler now.
    /// </summary>
    public List<(int Component, string? Text, ulong Handler)> Buttons()
    {
        var found = new List<(int, string?, ulong)>();
        var (diffs, frames) = (Table(DiffsTable), Table(FramesTable) + sizeof(int));
        for (var left = Number(diffs); left > 0; left--)
        {
            var diff = Number(diffs + left * sizeof(int));
            var edits = diff + 2 * sizeof(int);
            for (var edit = edits; edit < edits + Number(diff + sizeof(int)) * EditLength; edit += EditLength)
            {
                var frame = frames + Number(edit + 8) * FrameLength;
                if (Number(edit) == Prepend) AddButtons(frame, Number(diff), found);
                else if (Number(edit) == SetAttribute && Click(frame) is > 0 and var handler) found.Add((Number(diff), null, handler));
            }
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

    private void AddButtons(int first, int component, List<(int, string?, ulong)> found)
    {
        for (var frame = first; frame < first + Length(first); frame += FrameLength)
            if (Number(frame) == Element && String(Number(frame + 8)) == "button" && Button(frame) is { Handler: > 0 } button) found.Add((component, button.Text, button.Handler));
    }

    private (string Text, ulong Handler) Button(int element)
    {
        var (text, handler) = (new StringBuilder(), 0UL);
        for (var frame = element + FrameLength; frame < element + Length(element); frame += FrameLength)
        {
            if (Number(frame) is Text or Markup) text.Append(String(Number(frame + 4)));
            else if (Click(frame) is > 0 and var found) handler = found;
        }
        return (text.ToString().Trim(), handler);
    }

    // what handles a click, if the frame says so
    private ulong Click(int frame) =>
        Number(frame) == Attribute && String(Number(frame + 4)) == "onclick" ? BinaryPrimitives.ReadUInt64LittleEndian(batch[(frame + 12)..]) : 0;

    // of a frame with all that stands in it, in bytes
    private int Length(int frame) => FrameLength * (Number(frame) is Element or Component or Region ? Number(frame + 4) : 1);

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
