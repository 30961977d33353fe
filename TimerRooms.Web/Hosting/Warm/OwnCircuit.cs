using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace TimerRooms.Web.Hosting.Warm;

/// <summary>
/// The page's side of a circuit, as the framework's script has it: the circuit is started, its component rendered, and the time asked for.
/// The page never says that it is live, so nobody is seen to be there.
/// </summary>
internal sealed partial class OwnCircuit(WebSocket socket, IHubProtocol protocol, string site, CancellationToken giveUp) : IInvocationBinder
{
    private const string Start = "start", MeasureBy = "timerRooms.measureBy";

    /// <summary>As often as a page asks that has just become live.</summary>
    private const int Samples = 5;

    private ReadOnlySequence<byte> received;
    private string circuit = "";
    private int answers;

    /// <summary>Returns the circuit's name when all is answered.</summary>
    public async Task<string> RunAsync(string path, string page)
    {
        await ShakeHandsAsync();
        var state = State().Match(page).Groups["state"].Value;
        await SayAsync(Start, "StartCircuit", $"{site}/", site + path, "[]", state);
        await SayAsync(null, "UpdateRootComponents", OperationsOf(page), state);
        while (answers < Samples)
        {
            await ReceiveAsync();
            while (protocol.TryParseMessage(ref received, this, out var message)) await TakeAsync(message);
        }
        return circuit;
    }

    public Type GetReturnType(string invocationId) => typeof(string);

    public IReadOnlyList<Type> GetParameterTypes(string methodName) => methodName switch
    {
        "JS.RenderBatch" => [typeof(long), typeof(byte[])],
        "JS.BeginInvokeJS" => [typeof(long), typeof(string), typeof(string), typeof(int), typeof(long), typeof(int)],
        "JS.EndInvokeDotNet" => [typeof(string), typeof(bool), typeof(string)],
        _ => [],
    };

    public Type GetStreamItemType(string streamId) => typeof(object);

    private async Task ShakeHandsAsync()
    {
        var handshake = new ArrayBufferWriter<byte>();
        HandshakeProtocol.WriteRequestMessage(new(protocol.Name, protocol.Version), handshake);
        await SendAsync(handshake.WrittenMemory);
        await ReceiveAsync();
        if (!HandshakeProtocol.TryParseResponseMessage(ref received, out var answer) || answer.Error is not null) throw new IOException($"No handshake: {answer?.Error}");
    }

    private Task TakeAsync(HubMessage message)
    {
        switch (message)
        {
            case CompletionMessage { InvocationId: Start, Result: string started }:
                circuit = started;
                break;
            case CompletionMessage { Error: { } fault }:
                throw new IOException($"No circuit: {fault}");
            case InvocationMessage { Target: "JS.RenderBatch", Arguments: [long batch, ..] }:
                return SayAsync(null, "OnRenderCompleted", batch, null);
            case InvocationMessage { Target: "JS.BeginInvokeJS", Arguments: [_, MeasureBy, string arguments, ..] }:
                return SampleAsync(JsonElement.Parse(arguments)[0].GetProperty("__dotNetObject").GetInt64());
            case InvocationMessage { Target: "JS.EndInvokeDotNet" }:
                answers++;
                break;
        }
        return Task.CompletedTask;
    }

    private async Task SampleAsync(long clock)
    {
        for (var sample = 0; sample < Samples; sample++) await SayAsync(null, "BeginInvokeDotNetFromJS", "now", null, "Now", clock, "[\"\"]");
    }

    private Task SayAsync(string? id, string target, params object?[] arguments) =>
        SendAsync(protocol.GetMessageBytes(new InvocationMessage(id, target, arguments)));

    private Task SendAsync(ReadOnlyMemory<byte> message) => socket.SendAsync(message, WebSocketMessageType.Binary, true, giveUp).AsTask();

    // what is left of a message that has not come as a whole is kept
    private async Task ReceiveAsync()
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var segment in received) buffer.Write(segment.Span);
        ValueWebSocketReceiveResult result;
        do
        {
            result = await socket.ReceiveAsync(buffer.GetMemory(16 * 1024), giveUp);
            if (result.MessageType == WebSocketMessageType.Close) throw new IOException($"Closed: {socket.CloseStatusDescription}");
            buffer.Advance(result.Count);
        }
        while (!result.EndOfMessage);
        received = new(buffer.WrittenMemory);
    }

    // as blazor.web.js has it: ids count from 1, the marker is that of the page with an id of the script's own
    private static string OperationsOf(string page)
    {
        var marker = Component().Matches(page).Select(match => JsonNode.Parse(match.Groups["marker"].Value)!.AsObject()).First(marker => (string?)marker["type"] == "server");
        marker["uniqueId"] = 0;
        var add = new JsonObject { ["type"] = "add", ["ssrComponentId"] = 1, ["marker"] = marker };
        return new JsonObject { ["batchId"] = 1, ["operations"] = new JsonArray(add) }.ToJsonString(JsonSerializerOptions.Web);
    }

    [GeneratedRegex("<!--Blazor:(?<marker>{.*?})-->", RegexOptions.Singleline)]
    private static partial Regex Component();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[a-zA-Z0-9+/=]+)-->")]
    private static partial Regex State();
}
