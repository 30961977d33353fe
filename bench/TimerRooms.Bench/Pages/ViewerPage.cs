namespace TimerRooms.Bench.Pages;

/// <summary>What a public link shows.</summary>
public sealed class ViewerPage(string token) : CircuitPage($"/v/{token}");
