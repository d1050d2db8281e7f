using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Privacy;

/// <summary>Shows what is kept about the person, with a button to export it.</summary>
internal sealed class MyDataCommand(MyData data) : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        [
            "mijn gegevens", "wat weet je over mij", "wat weet je van mij", "wat weten jullie over mij", "wat weten jullie van mij",
            "wat bewaar je over mij", "wat bewaar je van mij", "wat bewaren jullie over mij", "wat bewaren jullie van mij", "mijn data",
            "inzage", "inzageverzoek", "avg",
        ],
        [
            "my data", "what do you know about me", "what do you keep about me", "what do you store about me",
            "what data do you have on me", "what data do you have about me", "show my data", "send me my data", "gdpr",
        ]);

    public override string? Verb => Cards.Verbs.ShowMyData;

    public override int HelpPosition => 11;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "wat we van je bewaren, en een kopie ervan", "what we keep about you, and a copy of it");

    public override async Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        await data.CardAsync(db, person, cancellationToken);
}
