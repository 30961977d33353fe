using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TimerRooms.Core.Storage;

/// <summary>What <c>dotnet ef</c> makes the model from; the product never uses it.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<TimerRoomsDb>
{
    public TimerRoomsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<TimerRoomsDb>().UseSqlite("Data Source=unused").Options, new WriteGate());
}
