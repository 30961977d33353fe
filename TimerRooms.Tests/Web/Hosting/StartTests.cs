using System.Net;
using TimerRooms.Tests.Testing;

namespace TimerRooms.Tests.Web.Hosting;

public sealed class StartTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("timerrooms-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task The_console_names_the_address_and_the_setup_code_and_the_log_file_keeps_no_code()
    {
        await using var app = AppProcess.Serve(directory);
        var address = await app.AddressAsync();

        using var client = new HttpClient();
        Assert.Equal("Healthy", await client.GetStringAsync(new Uri(address, "/health")));
        var firstRun = app.Lines.Single(line => line.StartsWith("First run", StringComparison.Ordinal));
        Assert.Matches($"^First run: open {address}setup and enter the setup code [A-Z2-9]{{4}}-[A-Z2-9]{{4}}$", firstRun);
        Assert.DoesNotContain(firstRun[^9..], Log(), StringComparison.Ordinal);
        Assert.Contains("TimerRooms is at", Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_form_of_ours_can_be_is_not_read()
    {
        await using var app = AppProcess.Serve(directory, ("TimerRooms__Owner__Email", TestApp.OwnerEmail), ("TimerRooms__Owner__Password", TestApp.OwnerPassword));
        var address = await app.AddressAsync();
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent([new("_handler", "signin"), new("Form.Email", new string('x', 100_000))]);

        using var answer = await client.PostAsync(new Uri(address, "/signin"), form);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge });
        Assert.DoesNotContain(app.Lines, line => line.Contains(" ERR ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_path_is_logged_whatever_level_is_asked_for()
    {
        await using var app = AppProcess.Serve(Path.Combine(directory, "odd; name"),
            ("Serilog__MinimumLevel__Default", "Verbose"), ("Serilog__MinimumLevel__Override__Microsoft", "Verbose"),
            ("Serilog__MinimumLevel__Override__Microsoft.AspNetCore.Hosting.Diagnostics", "Verbose"));
        using var client = new HttpClient();

        await client.GetAsync(new Uri(await app.AddressAsync(), "/v/a-secret-token"));

        Assert.Contains(app.Lines, line => line.Contains(" DBG ", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Lines, line => line.Contains("a-secret-token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Faulty_settings_stop_the_start_with_one_line_each()
    {
        await using var app = AppProcess.Start(directory, [], ("TimerRooms__PublicUrl", "nonsense"), ("TimerRooms__InsecureLan", "maybe"));

        Assert.Equal(1, await app.ExitAsync());
        Assert.Collection(app.Lines,
            line => Assert.StartsWith("TimerRooms__PublicUrl: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("TimerRooms__InsecureLan: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_process_on_the_same_directory_is_refused_and_the_first_goes_on()
    {
        await using var first = AppProcess.Serve(directory);
        var address = await first.AddressAsync();
        await using var second = AppProcess.Serve(directory);

        Assert.Equal(1, await second.ExitAsync());
        Assert.Contains($"Another TimerRooms process uses the data directory {directory}", Assert.Single(second.Lines), StringComparison.Ordinal);
        using var client = new HttpClient();
        Assert.Equal("Healthy", await client.GetStringAsync(new Uri(address, "/health")));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_one_line()
    {
        await using var first = AppProcess.Serve(Path.Combine(directory, "first"));
        var address = await first.AddressAsync();
        await using var second = AppProcess.Start(Path.Combine(directory, "second"), ["--urls", address.ToString()]);

        Assert.Equal(1, await second.ExitAsync());
        Assert.Contains("address already in use", second.Lines.Last(), StringComparison.Ordinal);
        Assert.DoesNotContain(second.Lines, line => line.StartsWith("   ", StringComparison.Ordinal));  // no stack trace
    }

    [Fact]
    public async Task After_a_kill_it_starts_again_and_keeps_its_owner()
    {
        (string, string)[] owner = [("TimerRooms__Owner__Email", TestApp.OwnerEmail), ("TimerRooms__Owner__Password", TestApp.OwnerPassword)];
        await using var killed = AppProcess.Serve(directory, owner);
        await killed.AddressAsync();
        await killed.KillAsync();

        await using var again = AppProcess.Serve(directory);
        await again.AddressAsync();

        Assert.DoesNotContain(again.Lines, line => line.StartsWith("First run", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_damaged_database_stops_the_start_and_is_kept()
    {
        var database = Path.Combine(directory, "timerrooms.db");
        await File.WriteAllTextAsync(database, new string('x', 10_000));
        await using var app = AppProcess.Serve(directory);

        Assert.Equal(1, await app.ExitAsync());
        Assert.Contains($"The database {database} is damaged", Assert.Single(app.Lines), StringComparison.Ordinal);
        Assert.Equal(10_000, new FileInfo(database).Length);
    }

    private string Log() => string.Concat(Directory.GetFiles(Path.Combine(directory, "logs")).Select(ReadShared));

    private static string ReadShared(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
