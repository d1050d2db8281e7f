using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Sandbox.Tests.Organisation;

internal sealed class OrganisationFolderTests
{
    private const string Header = "id,name,department,office,manager,language,zone,remoteDays";

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("organisation-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void People_FullRow_IsRead()
    {
        Write("people.csv", Header, "a1,Jan de Vries,Finance,Utrecht,a2,nl,Europe/Amsterdam,Mon Fri", "a2,Ada,,,,en,America/New_York,");

        var person = OrganisationFolder.Read(folder).People[0];

        Assert.Multiple(() =>
        {
            Assert.That(person, Is.EqualTo(person with
            {
                Id = "a1", Name = "Jan de Vries", Department = "Finance", Office = "Utrecht", ManagerId = "a2", Language = "nl",
                Zone = "Europe/Amsterdam",
                RemoteDays = Weekdays.Monday | Weekdays.Friday,
            }));
            Assert.That(person.UserPrincipalName, Does.StartWith("jan.de.vries@"));
        });
    }

    [Test]
    public void People_OnlyAnId_GetDefaults()
    {
        Write("people.csv", Header, "42,,,,,,,", "43", "44,Wei,,,,,Asia/Shanghai,");

        var people = OrganisationFolder.Read(folder).People;

        Assert.Multiple(() =>
        {
            Assert.That(
                people.Select(person => person.Zone), Is.EqualTo(new[] { "Europe/Amsterdam", "Europe/Amsterdam", "Asia/Shanghai" }));
            Assert.That(people.Select(person => person.Language), Is.EqualTo(new[] { "nl", "nl", "en" }));
            Assert.That(people.Select(person => person.Name), Is.EqualTo(new[] { "42", "43", "Wei" }));
        });
    }

    [Test]
    public void People_ByteOrderMarkCarriageReturnsAndQuotes_AreParsed()
    {
        File.WriteAllText(
            Path.Combine(folder, "people.csv"),
            "\"id\",\"name\",\"remoteDays\"\r\n\"x,1\",\"Jan \"\"JJ\"\"\r\nde Vries\",\"wo; vrijdag\"\r\n\r\n",
            new System.Text.UTF8Encoding(true));

        var person = OrganisationFolder.Read(folder).People.Single();

        Assert.Multiple(() =>
        {
            Assert.That(person.Id, Is.EqualTo("x,1"));
            Assert.That(person.Name, Is.EqualTo("Jan \"JJ\"\nde Vries"));
            Assert.That(person.RemoteDays, Is.EqualTo(Weekdays.Wednesday | Weekdays.Friday));
        });
    }

    [Test]
    public void ObjectIds_SameIdInTwoReads_AreTheSameAndOthersDiffer()
    {
        Write("people.csv", "id", "p", "q");

        var first = OrganisationFolder.Read(folder).People;

        Assert.Multiple(() =>
        {
            Assert.That(OrganisationFolder.Read(folder).People[0].ObjectId, Is.EqualTo(first[0].ObjectId));
            Assert.That(first[1].ObjectId, Is.Not.EqualTo(first[0].ObjectId));
        });
    }

    [Test]
    public void Manager_NotInFile_IsLeftOutWithAWarning()
    {
        Write("people.csv", Header, "a,A,,,ghost,,,", "b,B,,,a,,,");

        var data = OrganisationFolder.Read(folder);

        Assert.Multiple(() =>
        {
            Assert.That(data.People.Select(person => person.ManagerId), Is.EqualTo(new[] { null, "a" }));
            Assert.That(data.Warnings, Has.Exactly(1).Contains("'ghost' on line 2"));
        });
    }

    [Test]
    public void Busy_Rows_BecomeBusyTimeAndRemoteDaysWorkingElsewhere()
    {
        Write("people.csv", Header, "a,A,,,,,Europe/Amsterdam,Tue");
        Write(
            "busy.csv", "id,start,end", "a,2026-03-02T09:00:00Z,2026-03-02T10:30:00Z", "a,2026-03-01 10:00,2026-03-01 11:00",
            "a,2026-03-02T12:00:00+01:00,2026-03-02T12:00:00+01:00");

        var data = OrganisationFolder.Read(folder);
        var blocks = data.BusyTime(data.People[0], Instant.FromUtc(2026, 3, 2, 0, 0), Instant.FromUtc(2026, 3, 4, 0, 0))
            .OrderBy(block => block.Start).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(blocks, Is.EqualTo(new BusyBlock[]
            {
                new(Instant.FromUtc(2026, 3, 2, 9, 0), Instant.FromUtc(2026, 3, 2, 10, 30), BusyStatus.Busy),
                new(Instant.FromUtc(2026, 3, 2, 23, 0), Instant.FromUtc(2026, 3, 3, 23, 0), BusyStatus.WorkingElsewhere, AllDay: true),
            }));
            Assert.That(data.FirstDay, Is.EqualTo(new LocalDate(2026, 3, 1)));
        });
    }

    [Test]
    public void OptionalFiles_Missing_MeanNoData()
    {
        Write("people.csv", "id", "a");

        var data = OrganisationFolder.Read(folder);

        Assert.Multiple(() =>
        {
            Assert.That(data.FirstDay, Is.Null);
            Assert.That(data.UsedAi(data.People[0], new LocalDate(2026, 3, 2)), Is.False);
        });
    }

    [Test]
    public void AiUse_Rows_AreRead()
    {
        Write("people.csv", "id", "a", "b");
        Write("aiuse.csv", "id,date", "a,2026-03-02", "nobody,2026-03-02");

        var data = OrganisationFolder.Read(folder);

        Assert.Multiple(() =>
        {
            Assert.That(data.Warnings, Has.Exactly(1).Contains("aiuse.csv: 1 rows"));
            Assert.That(data.UsedAi(data.People[0], new LocalDate(2026, 3, 2)), Is.True);
            Assert.That(data.UsedAi(data.People[1], new LocalDate(2026, 3, 2)), Is.False);
        });
    }

    [TestCase("people.csv", "id,zone\na,\nb,Mars/Olympus", "people.csv, line 3, column 'zone': 'Mars/Olympus'")]
    [TestCase("people.csv", "id,remoteDays\na,Mon xyz", "people.csv, line 2, column 'remoteDays': 'xyz'")]
    [TestCase("people.csv", "id,name\na,\"two\nlines\"\na,again", "people.csv, line 4, column 'id': 'a' is already on line 2")]
    [TestCase("people.csv", "id,name\n,Jan", "people.csv, line 2, column 'id': is empty")]
    [TestCase("people.csv", "name\nJan", "people.csv, line 1: column 'id' is missing")]
    [TestCase("people.csv", "id,name\n", "people.csv names nobody")]
    [TestCase(
        "busy.csv", "id,start,end\na,2026-03-02T09:00Z,2026-03-02T10:00Z\na,yesterday,2026-03-02T10:00Z",
        "busy.csv, line 3, column 'start': 'yesterday'")]
    [TestCase("busy.csv", "id,start,end\na,2026-03-02T09:00Z,2026-03-02T08:00Z", "busy.csv, line 2, column 'end': is before the start")]
    [TestCase("aiuse.csv", "id,date\na,02-03-2026", "aiuse.csv, line 2, column 'date': '02-03-2026'")]
    public void File_Invalid_IsRefusedWithFileLineAndColumn(string file, string content, string message)
    {
        Write("people.csv", "id", "a");
        File.WriteAllText(Path.Combine(folder, file), content);

        Assert.That(() => OrganisationFolder.Read(folder), Throws.TypeOf<OrganisationFormatException>().With.Message.StartsWith(message));
    }

    [Test]
    public void Folder_WithoutPeople_IsRefused() =>
        Assert.That(
            () => OrganisationFolder.Read(folder), Throws.TypeOf<OrganisationFormatException>().With.Message.Contains("no people.csv"));

    [TestCase("thuis", "'thuis' is not a day")]
    [TestCase("Mon, model", "'model' is not a day")]
    public void RemoteDays_NotADay_IsRefused(string days, string message)
    {
        Write("people.csv", Header, $"a1,Jan,,,,,,\"{days}\"");

        Assert.That(() => OrganisationFolder.Read(folder), Throws.TypeOf<OrganisationFormatException>().With.Message.Contains(message));
    }

    [Test]
    public void Language_Unknown_IsRefused()
    {
        Write("people.csv", Header, "a1,Jan,,,,Nederlands,,");

        Assert.That(
            () => OrganisationFolder.Read(folder),
            Throws.TypeOf<OrganisationFormatException>().With.Message.Contains(
                "line 2, column 'language': 'Nederlands' is not a language"));
    }

    [Test]
    public void Columns_MissingOrMisspelt_AreInWarnings()
    {
        Write("people.csv", "id,name,afdeling,office,manager,language,zone,remoteDays", "a1,Jan,Finance,,,,,");

        Assert.That(OrganisationFolder.Read(folder).Warnings, Is.EqualTo(new[]
        {
            "people.csv: the column 'afdeling' is not read; "
            + "the columns are id (required), name, department, office, manager, language, zone, remoteDays.",
            "people.csv: there is no column 'department'; it counts as empty for everybody.",
        }));
    }

    [Test]
    public void People_EmptyFile_NamesEveryColumn()
    {
        File.WriteAllText(Path.Combine(folder, "people.csv"), "");

        Assert.That(
            () => OrganisationFolder.Read(folder),
            Throws.TypeOf<OrganisationFormatException>().With.Message
                .Contains("id (required), name, department, office, manager, language, zone, remoteDays"));
    }

    private void Write(string file, params string[] lines) => File.WriteAllLines(Path.Combine(folder, file), lines);
}
