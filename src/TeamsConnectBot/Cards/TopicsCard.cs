using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Cards;

/// <summary>What somebody likes to talk about, can tell about and would like to learn about; a small card beside the preferences.</summary>
/// <param name="Now">What is filled in.</param>
/// <param name="List">The topics to choose from.</param>
/// <param name="IsOwnList">
/// Whether the organisation keeps the list; only then learning uses it too, because the shipped topics are hobbies.
/// </param>
/// <param name="Problem">What could not be saved; the form keeps what was filled in.</param>
/// <param name="LearningIsOff">Whether they filled in something to learn or tell while learning is not among what they come for.</param>
internal sealed record TopicsCard(
    CardRef Ref, TopicsForm Now, IReadOnlyList<ListedTopic> List, bool IsOwnList, bool JustSaved = false, string? Problem = null,
    bool LearningIsOff = false) : Card
{
    private const string Lists = "lists";

    public override string Summary(Texts texts) => texts.Topics.Summary;

    public override string ToString() => "somebody's topics";

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Topics;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.WhoReads);
        yield return Listed(Inputs.Topics, texts.Talk, Now.Talk, reader);
        yield return Typed(Inputs.TopicWords, texts.TalkWords, texts.TalkExample, Now.Talk);
        yield return Parts.SubHeading(reader.Texts.Offers.Learning.Name);
        yield return Typed(Inputs.TellWords, texts.TellWords, texts.TellExample, Now.Tell);
        yield return Typed(Inputs.LearnWords, texts.LearnWords, texts.LearnExample, Now.Learn);
        if (IsOwnList)
        {
            yield return Parts.Buttons(new ToggleVisibilityAction { Title = texts.FromList, TargetElements = [Lists] });
            yield return new Container
            {
                Id = Lists, IsVisible = Problem is not null || Now.Tell.Listed.Count + Now.Learn.Listed.Count > 0,
                Items =
                [
                    Listed(Inputs.TellTopics, texts.Tell, Now.Tell, reader), Listed(Inputs.LearnTopics, texts.Learn, Now.Learn, reader),
                ],
            };
        }

        if (JustSaved)
        {
            yield return Parts.Strong(reader.Texts.Preferences.Saved);
        }

        if (JustSaved && LearningIsOff)
        {
            yield return Parts.Note(texts.LearningIsOff);
        }

        if (Problem is { } problem)
        {
            yield return Parts.Strong(problem);
        }

        yield return Parts.Buttons(
            Parts.Send(reader.Texts.Preferences.Save, Verbs.SaveTopics, Ref), Parts.Button(texts.Back, Verbs.OpenPreferences, Ref));
    }

    private InputChoiceSet Listed(string id, ChoiceTexts texts, TopicsAnswer answer, Reader reader) => new()
    {
        Id = id, Label = texts.Label, IsMultiSelect = true, Style = ChoiceInputStyle.Expanded,
        Choices = [.. List.Select(topic => new Choice(MarkdownText.Clean(topic.Name.In(reader.Texts.Language)), topic.Key))],
        Value = string.Join(',', answer.Listed.Intersect(List.Select(topic => topic.Key))),
    };

    private static InputText Typed(string id, string label, string example, TopicsAnswer answer) => new()
    {
        Id = id, Label = label, Placeholder = example, Value = answer.Typed, MaxLength = TopicsForm.LongestField,
    };
}

internal sealed record TopicsTexts(
    string Summary, string Heading, string WhoReads, string Open, string Back, ChoiceTexts Talk, string TalkWords, string TalkExample,
    ChoiceTexts Tell, string TellWords, string TellExample, ChoiceTexts Learn, string LearnWords, string LearnExample, string FromList,
    Template TooMany, Template TooLong, string Link, string Mention, Template NoWords, string LearningIsOff, Template NowTalk,
    Template NowTell, Template NowLearn, string NowNothing, Template BothChose, Template AllChose, Template OtherTells,
    Template ReaderTells, TopicTexts TopicNames, TopicTexts TopicQuestions, IReadOnlyList<Template> AnyTopicQuestions,
    IReadOnlyList<Template> LearningQuestions);

internal sealed record TopicTexts(
    string Craft, string Reading, string Music, string Sport, string Cooking, string Nature, string Technology, string Travel)
{
    public string For(Topic topic) => EnumTexts.Of<string>(this, topic);
}
