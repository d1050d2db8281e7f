namespace TeamsConnectBot.Tests.Rounds;

/// <summary>The settings and groups of a pool of mentors and those who look for one.</summary>
internal static class MentorPool
{
    public static readonly Guid Mentors = NameBasedGuid.Of("mentors");
    public static readonly Guid Looking = NameBasedGuid.Of("looking");

    /// <param name="mostMeetings">How many meetings a mentor gets at most.</param>
    /// <param name="everybodyElse">Whether everybody else looks for a mentor, rather than the people of a second group.</param>
    public static IEnumerable<(string Key, string Value)> Settings(int mostMeetings = 1, bool everybodyElse = true) =>
    [
        ("Programme:Pools:0:Sides:0:GroupId", Mentors.ToString()),
        ("Programme:Pools:0:Sides:0:Name:nl", "mentor"),
        ("Programme:Pools:0:Sides:0:Name:en", "a mentor"),
        ("Programme:Pools:0:Sides:0:MostMeetings", $"{mostMeetings}"),
        ("Programme:Pools:0:Sides:1:GroupId", everybodyElse ? "" : Looking.ToString()),
        ("Programme:Pools:0:Sides:1:Name:nl", "iemand die een mentor zoekt"),
        ("Programme:Pools:0:Sides:1:Name:en", "somebody who looks for a mentor"),
    ];

    public static void SetGroup(this World world, Guid group, params IEnumerable<Person> members) =>
        world.Tenant.Groups.Set(new TenantGroup(group, "Side") { Members = [.. members] });
}
