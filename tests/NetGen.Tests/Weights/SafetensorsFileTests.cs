using NetGen.Weights;

namespace NetGen.Tests.Weights;

public sealed class SafetensorsFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("netgen").FullName;

    private string FilePath => Path.Combine(folder, "model.safetensors");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_is_replaced_and_nothing_else_is_left()
    {
        Safetensors.Save(FilePath, Store(1));
        Safetensors.Save(FilePath, Store(2));
        var loaded = Store(0);
        Safetensors.Load(FilePath, loaded);

        loaded.ToArray("w").ShouldBe([2, 2, 2]);
        Directory.GetFiles(folder).ShouldBe([FilePath]);
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file()
    {
        Safetensors.Save(FilePath, Store(1));
        Should.Throw<IOException>(() => AtomicFile.Write(FilePath, stream =>
        {
            stream.WriteByte(1);
            throw new IOException("The disk is full.");
        }));
        var loaded = Store(0);
        Safetensors.Load(FilePath, loaded);

        loaded.ToArray("w").ShouldBe([1, 1, 1]);
        Directory.GetFiles(folder).ShouldBe([FilePath]);
    }

    [Fact]
    public void A_file_that_is_being_written_is_no_leftover()
    {
        AtomicFile.Write(FilePath, stream =>
        {
            stream.WriteByte(1);
            AtomicFile.DeleteLeftovers(FilePath);
        });

        Directory.GetFiles(folder).ShouldBe([FilePath]);
    }

    [Fact]
    public void A_star_in_a_name_is_no_wildcard()
    {
        string other = Path.Combine(folder, "run-1.netgen-abcdefgh.ijk.tmp");
        File.WriteAllText(other, "part");
        AtomicFile.DeleteLeftovers(Path.Combine(folder, "run*"));

        File.Exists(other).ShouldBeTrue();
    }

    [Fact]
    public void A_damaged_file_is_named()
    {
        File.WriteAllText(FilePath, "no weights here");
        Should.Throw<InvalidDataException>(() => Safetensors.Load(FilePath, Store(0))).Message.ShouldContain(FilePath);
    }

    [Fact]
    public void A_missing_file_is_said_to_be_missing() =>
        Should.Throw<FileNotFoundException>(() => Safetensors.Load(FilePath, Store(0)));

    [Fact]
    public void A_missing_folder_is_said_to_be_missing() =>
        Should.Throw<DirectoryNotFoundException>(() => Safetensors.Save(Path.Combine(folder, "none", "m"), Store(0)))
            .Message.ShouldBe($"Cannot write '{Path.Combine(folder, "none", "m")}': there is no folder '{Path.Combine(folder, "none")}'.");

    private static TensorStore<float> Store(float value)
    {
        var store = new TensorStore<float>(3, new TensorLayout(new("w", [3], Init.Constant, 0, false), 0, 1));
        store.Write("w", [value, value, value]);
        return store;
    }
}
