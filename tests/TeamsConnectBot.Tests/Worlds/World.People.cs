using TeamsConnectBot.Data;
using TeamsConnectBot.Sandbox.Teams;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>Actions of people, and what they see.</summary>
internal sealed partial class World
{
    /// <summary>The bot's messages to a person in their current state, oldest first.</summary>
    public IReadOnlyList<ChatMessage> MessagesTo(Person person) => Tenant.Chats.Of(person).Messages.FindAll(message => message.FromBot);

    /// <summary>The newest card in a person's chat.</summary>
    public CardSnapshot CardOf(Person person) =>
        CardsOf(person).LastOrDefault() ?? throw new AssertionException($"{person.Id} has no card.");

    /// <summary>The newest card in a person's chat that has a button.</summary>
    public CardSnapshot CardWith(Person person, string verb) =>
        CardsOf(person).LastOrDefault(card => card.Has(verb))
        ?? throw new AssertionException($"{person.Id} has no card with '{verb}'; the newest is:\n{CardOf(person)}");

    public bool HasButton(Person person, string verb) => CardsOf(person).Any(card => card.Has(verb));

    /// <summary>Installs the app and joins, allowing the calendar to be read for free slots, and speaking both languages.</summary>
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

    /// <summary>Has everybody join and be invited by the first round.</summary>
    public async Task InviteAsync()
    {
        await JoinAllAsync();
        await UntilAsync(IsoDayOfWeek.Monday, 9, 30);
    }

    /// <summary>Ticks every slot of an invitation and says yes. The round is settled by <see cref="SettleAsync"/>.</summary>
    public async Task SayYesAsync(params IEnumerable<Person> people)
    {
        foreach (var person in people)
        {
            await YesAsync(person);
        }

        await QuietAsync();
    }

    /// <summary>Advances the clock to the moment that the invitations announced, when the round is settled.</summary>
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

    /// <summary>Clicks a button on the newest card that has it, and waits until the service is idle.</summary>
    /// <returns>The card that replaces the clicked one.</returns>
    public async Task<CardSnapshot> ClickAsync(Person person, string verb, params (string Input, string Value)[] inputs)
    {
        var card = CardWith(person, verb);
        var answer = await TapAsync(person, card, verb, inputs);
        Assert.That(answer.HttpStatus, Is.EqualTo(200), answer.Message);
        await QuietAsync();
        return new CardSnapshot(
            card.MessageId, card.Summary,
            answer.CardJson ?? throw new AssertionException($"The click was answered with '{answer.Message}' instead of a card."));
    }

    /// <summary>Clicks a button of any card, however old, without waiting for the service to become idle.</summary>
    public Task<InvokeAnswer> TapAsync(Person person, CardSnapshot card, string verb, params (string Input, string Value)[] inputs)
    {
        var data = card.Inputs();
        foreach (var (input, value) in inputs)
        {
            data[input] = value;
        }

        return SendAsync(person, card, verb, card.Data(verb), data);
    }

    /// <summary>Sends any click, even one that no card could produce.</summary>
    public Task<InvokeAnswer> SendAsync(Person person, CardSnapshot card, string verb, JsonObject data, JsonObject? inputs = null) =>
        Server.Teams.ClickAsync(person, card.MessageId, verb, data, inputs);

    /// <summary>The one calendar event a person is invited to; throws when there is none or more than one.</summary>
    public CalendarEvent EventOf(Person person) => EventsOf(person).Single();

    public IReadOnlyList<CalendarEvent> EventsOf(Person person) =>
        [.. Tenant.Calendar.Live.Where(item => item.AttendeeAt(person.Mail) is not null)];

    /// <summary>The other people invited to a person's event.</summary>
    public IReadOnlyList<Person> PartnersOf(Person person) =>
        [.. EventOf(person).Attendees.Select(attendee => Tenant.People.ByAddress(attendee.Address)!).Where(other => other.Id != person.Id)];

    private IEnumerable<CardSnapshot> CardsOf(Person person) =>
        MessagesTo(person).Where(message => message.CardJson is not null).Select(message => new CardSnapshot(message));
}
