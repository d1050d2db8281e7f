namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The 1:1 chat between a person and the bot.</summary>
internal sealed class Chat(Person person) : Conversation(TeamsIds.OfConversation(person.ObjectId))
{
    public Person Person { get; } = person;

    public override ImmutableArray<Person> Members => [Person];

    /// <summary>Whether the person clicked 'join'.</summary>
    public bool Joined { get; set; }

    /// <summary>Whether they last ticked that the organisation may tell the bot on which days they work with Copilot.</summary>
    public bool AllowsReport { get; set; }
}
