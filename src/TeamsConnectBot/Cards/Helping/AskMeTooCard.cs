using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Helping;

/// <summary>Whether somebody may be asked for help, and about what.</summary>
internal enum AskMeChoice
{
    Off,

    /// <summary>Only questions that fit one of their topics.</summary>
    Topics,

    /// <summary>Any question; those that fit their topics first.</summary>
    Anything,
}

/// <summary>What somebody chose, valid or not.</summary>
/// <param name="Topics">As typed, separated by commas.</param>
internal sealed record AskMeForm(AskMeChoice Choice, string Topics)
{
    public const int MostTopics = 5;
    public const int LongestTopic = 40;

    // Keeps the topics out of logs.
    public override string ToString() => "whether somebody may be asked";

    public static string ValueOf(AskMeChoice choice) => $"{choice}".ToLowerInvariant();

    /// <summary>Null when a click's data has no such choice.</summary>
    public static AskMeChoice? ReadChoice(string? sent) =>
        Enum.GetValues<AskMeChoice>().Where(choice => ValueOf(choice) == sent).Cast<AskMeChoice?>().FirstOrDefault();
}

/// <summary>'Ask me too': whether colleagues' questions may come, about what, and how many at most.</summary>
/// <param name="ReadsCalendar">Whether the person's free moments may be used; without them nothing can be offered.</param>
/// <param name="IsHost">Whether the person is their pool's host, who is not asked.</param>
/// <param name="JustSaved">Whether a change was just saved.</param>
/// <param name="Problem">What could not be saved; the form keeps what was filled in.</param>
internal sealed record AskMeTooCard(
    CardRef Ref, AskMeForm Form, bool ReadsCalendar = true, bool IsHost = false, bool JustSaved = false, string? Problem = null) : Card
{
    public override string Summary(Texts texts) => texts.Helping.AskMeToo.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Helping.AskMeToo;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Idea);
        yield return Parts.Line(texts.Allowance);
        yield return new InputChoiceSet
        {
            Id = Inputs.AskMeChoice, Label = texts.Choice.Label, ErrorMessage = texts.Choice.Error, IsRequired = true,
            Style = ChoiceInputStyle.Expanded, Value = AskMeForm.ValueOf(Form.Choice),
            Choices = [.. Enum.GetValues<AskMeChoice>().Select(choice => new Choice(texts.Choices.For(choice), AskMeForm.ValueOf(choice)))],
        };
        yield return new InputText
        {
            Id = Inputs.AskMeTopics, Label = texts.Topics.Label, Placeholder = texts.Example,
            Value = Form.Topics.Length == 0 ? null : Form.Topics,
            MaxLength = Math.Max(AskMeForm.MostTopics * (AskMeForm.LongestTopic + 2), Form.Topics.Length),
        };
        yield return Parts.Note(texts.Private);
        if (IsHost)
        {
            yield return Parts.Strong(texts.HostIsNotAsked);
        }
        else if (!ReadsCalendar)
        {
            yield return Parts.Strong(texts.NoCalendar);
        }

        if (JustSaved)
        {
            yield return Parts.Strong(reader.Texts.Preferences.Saved);
        }

        if (Problem is not null)
        {
            yield return Parts.Strong(MarkdownText.Escape(Problem));
        }

        yield return Parts.Buttons(
            Parts.Send(reader.Texts.Preferences.Save, Verbs.HelpOffers, Ref),
            Parts.Button(reader.Texts.Help.Preferences, Verbs.OpenPreferences, Ref));
    }
}

internal sealed record AskMeTooTexts(
    string Summary, string Heading, string Idea, string Allowance, ChoiceTexts Choice, AskMeChoiceTexts Choices, ChoiceTexts Topics,
    string Example, string Private, string NoCalendar, string HostIsNotAsked, string OnPreferences, Template TooMany, Template About);

internal sealed record AskMeChoiceTexts(string Off, string Topics, string Anything)
{
    public string For(AskMeChoice choice) => EnumTexts.Of<string>(this, choice);
}
