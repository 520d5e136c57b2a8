using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using NetGen.Weights;

namespace NetGen.Tests.Weights;

/// <summary>What stays as it is where a file takes the place of another, and what no file takes the place of.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class AtomicFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("netgen").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_link_stays_one_and_what_it_leads_to_is_replaced()
    {
        string target = In("real", "model");
        string link = In("link");
        Directory.CreateDirectory(In("real"));
        File.CreateSymbolicLink(In("real", "other"), "model");
        File.CreateSymbolicLink(link, Path.Combine("real", "other"));
        foreach (string content in (string[])["the first, where nothing is yet", "the second"])
        {
            Write(link, content);
            File.ReadAllText(target).ShouldBe(content);
            new FileInfo(target).LinkTarget.ShouldBeNull();
            new FileInfo(link).LinkTarget.ShouldBe(Path.Combine("real", "other"));
            Directory.GetFileSystemEntries(In("real")).Length.ShouldBe(2);
        }
    }

    [Fact]
    public void A_link_in_a_linked_folder_leads_from_where_the_folder_is()
    {
        Directory.CreateDirectory(In("a", "b"));
        Directory.CreateDirectory(In("c"));
        Directory.CreateSymbolicLink(In("c", "b"), Path.Combine("..", "a", "b"));
        File.CreateSymbolicLink(In("a", "b", "link"), Path.Combine("..", "model"));
        Write(In("c", "b", "link"), "new");
        File.ReadAllText(In("a", "model")).ShouldBe("new");
    }

    [Fact]
    public void Links_in_a_circle_are_refused()
    {
        File.CreateSymbolicLink(In("one"), In("two"));
        File.CreateSymbolicLink(In("two"), In("one"));
        Should.Throw<IOException>(() => Write(In("one"), "new")).Message.ShouldStartWith($"Cannot write '{In("one")}': it is a link that leads in a circle");
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)]
    public void Permissions_stay(UnixFileMode mode)
    {
        File.WriteAllText(In("model"), "old");
        File.SetUnixFileMode(In("model"), mode);
        Write(In("model"), "new");
        File.GetUnixFileMode(In("model")).ShouldBe(mode);
        File.ReadAllText(In("model")).ShouldBe("new");
    }

    [Fact]
    public void A_read_only_file_is_not_replaced()
    {
        File.WriteAllText(In("model"), "old");
        File.SetUnixFileMode(In("model"), UnixFileMode.UserRead);
        Should.Throw<UnauthorizedAccessException>(() => Write(In("model"), "new")).Message.ShouldBe($"Cannot write '{In("model")}': it is read-only.");
        File.ReadAllText(In("model")).ShouldBe("old");
    }

    [Fact]
    public void A_folder_is_not_replaced()
    {
        Should.Throw<UnauthorizedAccessException>(() => Write(folder, "new")).Message.ShouldBe($"Cannot write '{folder}': it is a folder.");
        Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_file_is_replaced_as_any_other()
    {
        File.WriteAllText(In("model"), "");
        Should.Throw<IOException>(() => AtomicFile.Write(In("model"), stream =>
        {
            stream.WriteByte(1);
            throw new IOException("The disk is full.");
        })).Message.ShouldBe($"Cannot write '{In("model")}': The disk is full.");
        File.ReadAllText(In("model")).ShouldBe("");
        Write(In("model"), "new");
        File.ReadAllText(In("model")).ShouldBe("new");
    }

    [Fact]
    public async Task A_pipe_is_written_to()
    {
        using (var make = Process.Start("mkfifo", [In("pipe")]))
        {
            await make.WaitForExitAsync();
        }

        var content = Task.Run(() => File.ReadAllText(In("pipe")));
        Write(In("pipe"), "new");
        (await content.WaitAsync(TimeSpan.FromMinutes(1))).ShouldBe("new");
        Directory.GetFileSystemEntries(folder).ShouldBe([In("pipe")]);
    }

    /// <summary>Asked and not written to: whoever may would replace a device of the machine if this failed.</summary>
    [Fact]
    public void Devices_are_told_from_files()
    {
        File.WriteAllText(In("empty"), "");
        File.WriteAllText(In("full"), "old");
        foreach (string device in (string[])["/dev/null", "/dev/full"])
        {
            using var stream = File.Exists(device) ? WrittenFile.OpenDevice(device) : null;
            (stream is not null).ShouldBe(File.Exists(device), device);
        }

        WrittenFile.OpenDevice(In("empty")).ShouldBeNull();
        WrittenFile.OpenDevice(In("full")).ShouldBeNull();
        WrittenFile.OpenDevice(In("none")).ShouldBeNull();
        File.ReadAllText(In("empty")).ShouldBe("");
        File.ReadAllText(In("full")).ShouldBe("old");
    }

    [Theory]
    [InlineData("/proc/self/fd")]
    [InlineData("/dev/fd")]
    public void What_a_process_has_open_is_written_to(string descriptors)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var open = new FileStream(In("output"), FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite);
        Write($"{descriptors}/{open.SafeFileHandle.DangerousGetHandle()}", "new");
        open.Length.ShouldBe(3);
        Directory.GetFileSystemEntries(folder).ShouldBe([In("output")]);
    }

    [Theory]
    [InlineData('m', 255)]
    [InlineData('ö', 127)]
    [InlineData('m', 232)]
    public void A_name_as_long_as_any_can_be(char letter, int length)
    {
        string path = In(new string(letter, length));
        Write(path, "new");
        File.ReadAllText(path).ShouldBe("new");
        string own = TemporaryName.Beside(path);
        string other = TemporaryName.Beside(In(new string(letter, length - 1) + "n"));
        File.WriteAllText(own, "part");
        File.WriteAllText(other, "part");
        AtomicFile.DeleteLeftovers(path);
        Directory.GetFiles(folder).Order().ShouldBe(new[] { other, path }.Order());
    }

    [Fact]
    public void The_message_names_the_file_and_not_the_one_that_is_to_take_its_place()
    {
        string path = In(new string('m', 300));
        string message = Should.Throw<IOException>(() => Write(path, "new")).Message;
        message.ShouldStartWith($"Cannot write '{path}': ");
        message.ShouldNotContain(".netgen-");
        Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
    }

    /// <summary>Who administers a machine may list and write to any folder.</summary>
    [Fact]
    public void Folders_that_are_not_for_all()
    {
        string path = In("inner", "model");
        Directory.CreateDirectory(In("inner"));
        File.SetUnixFileMode(In("inner"), UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        AtomicFile.DeleteLeftovers(path);
        AtomicFile.DeleteLeftovers(In("none", "model"));
        Write(path, "new");
        File.SetUnixFileMode(In("inner"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        if (!Environment.IsPrivilegedProcess)
        {
            string message = Should.Throw<UnauthorizedAccessException>(() => Write(path, "newer")).Message;
            message.ShouldStartWith($"Cannot write '{path}': ");
            message.ShouldNotContain(".netgen-");
        }

        File.SetUnixFileMode(In("inner"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.ReadAllText(path).ShouldBe("new");
    }

    private string In(params string[] names) => Path.Combine([folder, .. names]);

    private static void Write(string path, string content) => AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(content)));
}
