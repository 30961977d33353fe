using BenchmarkDotNet.Attributes;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;

namespace TimerRooms.Bench.Micro;

/// <summary>A room to the document that is stored with each command, and back as at a start.</summary>
public class JsonBenchmarks
{
    private Room room = null!;
    private string document = "";

    [Params(5, 20)]
    public int Timers { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        room = DecideBenchmarks.Driven(Timers);
        document = RoomJson.Write(room);
    }

    [Benchmark(Description = "Room to JSON")]
    public string Write() => RoomJson.Write(room);

    [Benchmark(Description = "Room from JSON")]
    public Room Read() => RoomJson.Read<Room>(document);
}
