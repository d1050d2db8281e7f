using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>
/// Sent once, when the app is installed for somebody: what it is, what is read and what never is, and the choice to join. The button
/// is the first layer of consent; the others are off until switched on.
/// </summary>
/// <param name="Host">The pool's human host.</param>
/// <param name="Usual">The initial values of the form; its layers of consent are ignored.</param>
/// <param name="Problem">Why joining failed, with the name of the field; then <paramref name="Usual"/> is what was filled in.</param>
/// <param name="AsksAboutHelp">Whether people of the pool can ask each other for help, which reads calendars too.</param>
internal sealed record WelcomeCard(
    CardRef Ref, PoolHost Host, PreferencesForm Usual, string? Problem = null, bool AsksAboutHelp = false) : Card
{
    private const string Practical = "practical";

    public override bool MentionsFutureInvitations => true;

    public override string Summary(Texts texts) => texts.Welcome.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Welcome;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Idea);
        yield return Parts.Line(Host.Shown(texts.Host));
        yield return Parts.SubHeading(texts.ReadHeading);
        yield return Parts.Bullets(
        [
            .. texts.Read,
            .. AsksAboutHelp ? [texts.ReadHelp] : Array.Empty<string>(),
            .. Usual.AllowSources is null ? Array.Empty<string>() : [texts.ReadSources],
        ]);
        yield return Parts.SubHeading(texts.NeverHeading);
        yield return Parts.Bullets(texts.Never);
        yield return Parts.SubHeading(texts.ChooseHeading);
        var nothingYet = Problem is not null
            ? Usual
            : Usual with { AllowGaps = false, AllowAiUse = false, AllowSources = Usual.AllowSources is null ? null : false };
        foreach (var layer in PreferencesInputs.Layers(nothingYet, reader.Texts.Preferences))
        {
            yield return layer;
        }

        yield return Parts.Buttons(new ToggleVisibilityAction { Title = texts.Practical, TargetElements = [Practical] });
        yield return new Container
        {
            Id = Practical, IsVisible = Problem is not null,
            Items = [.. PreferencesInputs.Practical(Usual, reader.Texts, isRequired: false)],
        };
        yield return Parts.Note(texts.Later);
        if (Problem is { } problem)
        {
            yield return Parts.Strong(problem);
        }

        yield return Parts.Buttons(Parts.Send(texts.Join, Verbs.Join, Ref), Parts.Button(texts.NotNow, Verbs.NotNow, Ref));
    }
}

internal sealed record WelcomeTexts(
    string Summary, string Heading, string Idea, Template Host, string ReadHeading, IReadOnlyList<string> Read, string ReadHelp,
    string ReadSources, string NeverHeading, IReadOnlyList<string> Never, string ChooseHeading, string Practical, string Later, string Join,
    string NotNow);
