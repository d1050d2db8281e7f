using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>What people see and do.</summary>
internal sealed partial class World
{
    /// <summary>What the bot sent somebody, oldest first, as it stands now.</summary>
    public IReadOnlyList<ChatMessage> MessagesTo(Person person) => Tenant.Chats.Of(person).Messages.FindAll(message => message.FromBot);

    /// <summary>The newest card somebody has.</summary>
    public SeenCard CardOf(Person person) =>
        new(MessagesTo(person).LastOrDefault(message => message.CardJson is not null) ?? throw new AssertionException($"{person.Id} has no card."));

    /// <summary>The newest card with a button.</summary>
    public SeenCard CardWith(Person person, string verb) =>
        MessagesTo(person).Where(message => message.CardJson is not null).Select(message => new SeenCard(message)).LastOrDefault(card => card.Has(verb))
        ?? throw new AssertionException($"{person.Id} has no card with '{verb}'; the newest is:\n{CardOf(person)}");

    public bool HasButton(Person person, string verb) => MessagesTo(person).Any(message => message.CardJson is not null && new SeenCard(message).Has(verb));

    /// <summary>Installs the app and joins, with calendar gaps allowed and both languages spoken.</summary>
    public async Task JoinAsync(params IEnumerable<Person> people)
    {
        var joining = people.ToList();
        foreach (var person in joining)
        {
            await Server.Teams.InstallAsync(person);
        }

        await QuietAsync();
        foreach (var person in joining)
        {
            await TapAsync(person, CardWith(person, "join"), "join", ("allowGaps", "true"), ("languages", "nl,en"));
        }

        await QuietAsync();
    }

    public Task JoinAllAsync() => JoinAsync(People);

    /// <summary>Everybody joins and gets an invitation.</summary>
    public async Task InviteAsync()
    {
        await JoinAllAsync();
        await UntilAsync(IsoDayOfWeek.Monday, 9, 30);
    }

    /// <summary>Ticks every moment of an invitation and says yes. Nothing comes of it before <see cref="SettleAsync"/>.</summary>
    public async Task SayYesAsync(params IEnumerable<Person> people)
    {
        foreach (var person in people)
        {
            await YesAsync(person);
        }

        await QuietAsync();
    }

    /// <summary>Lets time pass until the moment the invitations announced, at which the round is settled.</summary>
    public async Task SettleAsync()
    {
        var announced = await Service.Services.GetRequiredService<Data.Database>().ReadAsync(
            db => db.Rounds.Where(round => round.State == RoundState.Open).MinAsync(round => round.AnswersUntil), CancellationToken.None);
        await UntilAsync(announced ?? throw new AssertionException("No round is open."));
    }

    public Task<InvokeAnswer> YesAsync(Person person)
    {
        var card = CardWith(person, "invitation.yes");
        return TapAsync(person, card, "invitation.yes", ("gaps", string.Join(',', card.Choices("gaps"))));
    }

    /// <summary>Clicks a button on the newest card that has it, and waits for what follows.</summary>
    /// <returns>The card that takes its place.</returns>
    public async Task<SeenCard> ClickAsync(Person person, string verb, params (string Input, string Value)[] inputs)
    {
        var card = CardWith(person, verb);
        var answer = await TapAsync(person, card, verb, inputs);
        Assert.That(answer.HttpStatus, Is.EqualTo(200), answer.Message);
        await QuietAsync();
        return new SeenCard(card.MessageId, card.Summary, answer.CardJson ?? throw new AssertionException($"No card came back but '{answer.Message}'."));
    }

    /// <summary>Clicks a button of a card as somebody saw it, however old, and does not wait.</summary>
    public Task<InvokeAnswer> TapAsync(Person person, SeenCard card, string verb, params (string Input, string Value)[] inputs)
    {
        var data = card.Inputs();
        foreach (var (input, value) in inputs)
        {
            data[input] = value;
        }

        return SendAsync(person, card, verb, card.Data(verb), data);
    }

    /// <summary>Sends any click, also one no card could make.</summary>
    public Task<InvokeAnswer> SendAsync(Person person, SeenCard card, string verb, JsonObject data, JsonObject? inputs = null) =>
        Server.Teams.ClickAsync(person, card.MessageId, verb, data, inputs);

    /// <summary>The event of a connection somebody is invited to; fails when there is none or more than one.</summary>
    public CalendarEvent EventOf(Person person) => EventsOf(person).Single();

    public IReadOnlyList<CalendarEvent> EventsOf(Person person) => [.. Tenant.Calendar.Live.Where(item => item.AttendeeAt(person.Mail) is not null)];

    /// <summary>Whoever else is invited to somebody's event.</summary>
    public IReadOnlyList<Person> PartnersOf(Person person) =>
        [.. EventOf(person).Attendees.Select(attendee => Tenant.People.ByAddress(attendee.Address)!).Where(other => other.Id != person.Id)];
}
