using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Meetings;

/// <summary>Shows somebody's own appointments.</summary>
internal sealed class AppointmentsCommand(Appointments appointments) : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        nl: ["afspraken", "mijn afspraken", "welke afspraken"],
        en: ["appointments", "my appointments", "my meetings"]);

    public override string? Verb => Cards.Verbs.SayAppointments;

    public override int HelpPosition => 4;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "wat er komt, met wie en waar; wijzigen of afzeggen",
        en: "what is coming, with whom and where; change or call off");

    public override async Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        await appointments.CardAsync(db, person.PersonId, cancellationToken) ?? Appointments.NothingFor(person);
}
