namespace NetGen.Tests.Data;

/// <summary>Files in the form of MNIST's.</summary>
public class IdxTests
{
    // Two images of 2 x 3, and their labels.
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 51, 102, 153, 204, 255, 1, 2, 3, 4, 5, 6];
    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 7, 3];

    [Theory]
    [InlineData("images-idx3-ubyte", "labels-idx1-ubyte")]
    [InlineData("images-idx3-ubyte.gz", "labels-idx1-ubyte.gz")]
    public void Images_and_labels(string imagesName, string labelsName)
    {
        var data = Read(Images, Labels, imagesName, labelsName);
        (data.Count, data.InputSize).ShouldBe((2, 6));
        data.Labels.ToArray().ShouldBe([7, 3]);
        data[0].ToArray().ShouldBe([0, 0.2f, 0.4f, 0.6f, 0.8f, 1]);
    }

    [Fact]
    public void Pixels_can_stay_as_they_are() =>
        Read(Images, Labels, scale: false)[1].ToArray().ShouldBe([1, 2, 3, 4, 5, 6]);

    [Fact]
    public void Any_shape_of_samples()
    {
        byte[] rows = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 255, 0];
        Read(rows, Labels).Inputs.ToArray().ShouldBe([1, 0]);
    }

    [Fact]
    public void Other_files_are_refused()
    {
        Refusal(Images, Images).ShouldContain("labels: expected an IDX file of unsigned bytes with 1 axes, which begins with 0, 0, 8, 1, but it begins with 0, 0, 8, 3.");
        Refusal(Labels, Labels).ShouldContain("images: expected an IDX file of unsigned bytes with 2 to 8 axes");
        Refusal([0, 0, 13, .. Images[3..]], Labels).ShouldContain("begins with 0, 0, 13, 3");
        Refusal([31, 139, 8, 0], Labels).ShouldContain("begins with 31, 139");
        Refusal([0, 0, 8], Labels).ShouldContain("ends within it");
        Refusal(Images[..10], Labels).ShouldContain("ends within it");
    }

    [Fact]
    public void Packed_files_that_are_damaged_are_named()
    {
        byte[] packed = TextFile.Pack(Labels);
        packed[^8] ^= 1; // of the checksum
        string message = Should.Throw<InvalidDataException>(() => Read(Images, packed, labelsName: "labels.GZ")).Message;
        message.ShouldMatch("^[^:]*labels.GZ: expected a gzip file, as its name says, but it is not one, or damaged: [^:]*$");
        Should.Throw<InvalidDataException>(() => Read(Images, Labels, labelsName: "labels.GZ")).Message.ShouldContain("labels.GZ: expected a gzip file");
    }

    [Fact]
    public void Wrong_sizes_are_refused()
    {
        Refusal(Images[..^1], Labels).ShouldContain("images: expected 12 bytes for [2, 2, 3] after the header, but got 11.");
        Refusal([.. Images, 0], Labels).ShouldContain("but got 13");
        Refusal(Images, [.. Labels, 0]).ShouldContain("labels: expected 2 bytes");
        Refusal(Images, [0, 0, 8, 1, 0, 0, 0, 1, 7]).ShouldContain("2 images");
        Refusal([0, 0, 8, 2, 127, 255, 255, 255, 127, 255, 255, 255], Labels).ShouldContain("expected 4611686014132420609 bytes");
        Refusal([0, 0, 8, 2, 255, 255, 255, 255, 0, 0, 0, 1], Labels).ShouldContain("sizes of at least 1");
        Refusal([0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0, 1], Labels).ShouldContain("sizes of at least 1");
    }

    private static Dataset<float> Read(byte[] images, byte[] labels, string imagesName = "images", string labelsName = "labels", bool scale = true) =>
        TextFile.Use(imagesName, images, imagesPath => TextFile.Use(labelsName, labels, labelsPath => Idx.ReadLabeled<float>(imagesPath, labelsPath, scale)));

    private static string Refusal(byte[] images, byte[] labels) => Should.Throw<InvalidDataException>(() => Read(images, labels)).Message;
}
