using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Tests.Processes;

/// <summary>A tenant for a service in a process of its own: everybody works in one office and is free, so everybody gets invited.</summary>
internal static class OfficeTenant
{
    /// <summary>When the first round is due.</summary>
    public static readonly DateTimeOffset RoundStarts = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Starts the tenant an hour before the first round.</summary>
    public static Task<SandboxServer> StartAsync(TemporaryFolder folder, int people)
    {
        var organisation = GeneratedOrganisation.Create(people, seed: 5);
        return SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = organisation with
            {
                People = [.. organisation.People.Select(AtTheOffice)],
                BusyTime = (_, _, _) => [],
            },
            Start = RoundStarts.AddHours(-1),
        });
    }

    /// <summary>Has everybody join through a service that stops half an hour before the first round.</summary>
    public static async Task JoinAllAsync(SandboxServer tenant, LaunchOptions launch)
    {
        await using var service = await RunningService.StartAsync(tenant, launch);
        await JoinAllAsync(tenant, service);
    }

    /// <summary>Has everybody join until half an hour before the first round; from then on nobody answers.</summary>
    public static async Task JoinAllAsync(SandboxServer tenant, RunningService service)
    {
        var people = new SimulatedPeople(tenant, new Habits());
        (service.Clock.NextPeopleAction, service.Clock.RunPeopleActions) = (people.NextActionAt, people.RunDueActionsAsync);
        await people.InstallAllAsync(default);
        await service.Clock.AdvanceToAsync(RoundStarts.AddMinutes(-30), null, default);
        (service.Clock.NextPeopleAction, service.Clock.RunPeopleActions) = (() => null, _ => Task.CompletedTask);
    }

    /// <summary>How many invitations each person received.</summary>
    public static IEnumerable<int> Invitations(SandboxServer tenant) => tenant.Tenant.Chats.All.Select(chat =>
        chat.Messages.Count(
            message => message.FromBot && message.CardJson?.Contains("\"invitation.yes\"", StringComparison.Ordinal) == true));

    private static Person AtTheOffice(Person person) => person with
    {
        Office = "Utrecht", Zone = "Europe/Amsterdam", ManagerId = null, WorkingHours = WorkSchedule.Office,
    };
}
