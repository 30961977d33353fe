namespace TimerRooms.E2E.Testing;

/// <summary>People who come by a link.</summary>
public static class Team
{
    /// <summary>Opens the link, gives a name if it asks for one, and joins.</summary>
    public static async Task<Person> JoinAsync(this Person person, Uri link, string? name = null)
    {
        await person.OpenAsync(link.AbsoluteUri);
        if (name is not null) await person.Page.GetByLabel("Your name", new() { Exact = true }).FillAsync(name);
        await person.Room.PressAsync("Join");
        await Expect(person.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/join/[0-9a-f-]+$"));
        await person.Room.IsLiveAsync();
        return person;
    }
}
