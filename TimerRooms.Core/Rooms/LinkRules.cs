namespace TimerRooms.Core.Rooms;

/// <summary>The links into a room.</summary>
internal static class LinkRules
{
    private static readonly Refusal Gone = new(RefusalKind.Gone, "That link is not there any more.");

    public static Ruling Add(Room room, AddLink add, Actor actor, DateTimeOffset now)
    {
        if (room.Link(add.LinkId) is not null) return room;
        if (!Enum.IsDefined(add.Scope) || string.IsNullOrEmpty(add.Token)) return Ruling.Refuse(RefusalKind.Invalid, "There is no such kind of link.");
        if (Titles.Clean(add.Name) is not { } name) return SettingRules.NoName;
        if (add.Person is { } called && Titles.Clean(called) is null) return SettingRules.NoName;
        if (add.Scope == LinkScope.ControlOne && (add.TimerId is not { } timer || room.Timer(timer) is null)) return ListRules.Gone;
        if (room.Links.Count >= Room.MostLinks) return Ruling.Refuse(RefusalKind.Full, $"A room can have {Room.MostLinks} links. Revoke one first.");

        // only a link of many viewers stays in the address, where it can be shown again
        var staysInAddress = add is { Scope: LinkScope.View, Person: null };
        var link = new RoomLink(add.LinkId, add.Scope, name)
        {
            Token = staysInAddress ? add.Token : null,
            SecretHash = staysInAddress ? null : Tokens.HashOf(add.Token),
            TimerId = add.Scope == LinkScope.ControlOne ? add.TimerId : null,
            Person = add.Person is { } person ? Titles.Clean(person) : null,
            IsParticipant = add.Person is not null || add.Scope != LinkScope.View,
            MadeBy = actor.Name,
            MadeAt = now,
        };
        return room with { Links = room.Links.Add(link) };
    }

    public static Ruling Edit(Room room, EditLink edit, DateTimeOffset now)
    {
        if (room.Link(edit.LinkId) is not { } link) return Gone;
        if (ConflictWith(link, edit) is { } conflict) return conflict;
        if (edit.Name is { } newName && Titles.Clean(newName.To) is null) return SettingRules.NoName;
        if (edit.ExpiresAt is { To: { } at } && at <= now) return Ruling.Refuse(RefusalKind.Invalid, "Give a moment that is still ahead.");

        var edited = link with
        {
            Name = edit.Name is { } name ? Titles.Clean(name.To)! : link.Name,
            ExpiresAt = edit.ExpiresAt is { } end ? end.To is { } until ? RoomRules.WholeMilliseconds(until) : null : link.ExpiresAt,
            HasExpired = edit.ExpiresAt is null && link.HasExpired,
            IsParticipant = edit.IsParticipant is { } counts ? counts.To : link.IsParticipant,
            IsSilent = edit.IsSilent is { } silent ? silent.To : link.IsSilent,
        };
        if (edited == link) return room;
        return edited.IsParticipant == link.IsParticipant ? room.With(edited) : PresenceRules.From(now, room.With(edited));
    }

    private static Refusal? ConflictWith(RoomLink link, EditLink edit)
    {
        if (edit.Name?.Fits(link.Name) == false)
            return Conflict.Of("the link's name", $"“{edit.Name.From}”", $"“{link.Name}”", change => change.Command is EditLink { Name: not null } other && other.LinkId == link.Id);
        if (edit.ExpiresAt?.Fits(link.ExpiresAt) == false)
            return Conflict.Of($"the end of “{link.Name}”", change => change.Command is EditLink { ExpiresAt: not null } other && other.LinkId == link.Id);
        if (edit.IsParticipant?.Fits(link.IsParticipant) == false)
            return Conflict.Of($"whether “{link.Name}” counts as participant", change => change.Command is EditLink { IsParticipant: not null } other && other.LinkId == link.Id);
        if (edit.IsSilent?.Fits(link.IsSilent) == false)
            return Conflict.Of($"whether “{link.Name}” rings", change => change.Command is EditLink { IsSilent: not null } other && other.LinkId == link.Id);
        return null;
    }

    public static Ruling SetPasscode(Room room, SetPasscode set)
    {
        if (room.Link(set.LinkId) is not { } link) return Gone;
        if (set.Hash is null && link.PasscodeHash is null) return room;
        return room.With(link with { PasscodeHash = set.Hash, Epoch = room.Version + 1 });
    }

    public static Ruling Revoke(Room room, RevokeLink revoke) =>
        room.Link(revoke.LinkId) is { } link ? room with { Links = room.Links.Remove(link) } : room;

    /// <summary>Nothing if its time was set anew meanwhile.</summary>
    public static Ruling Expire(Room room, ExpireLink expire, DateTimeOffset now) =>
        room.Link(expire.LinkId) is { HasExpired: false } link && link.ExpiresAt <= now ? room.With(link with { HasExpired = true }) : room;

}
