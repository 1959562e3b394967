#include "doors/cli/firm_table.h"

#include <fstream>

#include <gtest/gtest.h>

#include "edges/db/scratch_folder.h"

namespace cli {
namespace {

class FirmTable : public testing::Test {
 protected:
  base::Result<std::vector<model::Organisation>> read(std::string_view csv) {
    const auto path = folder_.path() / "firms.csv";
    std::ofstream(path, std::ios::binary) << csv;
    return read_firm_table(path.string());
  }
  std::string fault(std::string_view csv) {
    const auto firms = read(csv);
    return firms ? "" : firms.error().issues.front().pointer;
  }

 private:
  db::ScratchFolder folder_;
};

TEST_F(FirmTable, a_row_becomes_a_firm_whatever_the_order_of_columns) {
  const auto firms = read(
      "size,lon,lat,id,technologies,sector,name\n"
      "40,139.72,35.62,firm-1,semiconductor.etching; battery ,semiconductor,架空工業\n");
  ASSERT_TRUE(firms);
  ASSERT_EQ(firms->size(), 1U);
  const auto& firm = firms->front();
  EXPECT_EQ(firm.key, "firm-1");
  EXPECT_EQ(firm.name.ja, "架空工業");
  EXPECT_EQ(firm.technologies, (std::vector<std::string>{"semiconductor.etching", "battery"}));
  ASSERT_EQ(firm.sites.size(), 1U);
  EXPECT_EQ(firm.sites[0].lat, 35.62);
  EXPECT_EQ(firm.sites[0].lon, 139.72);
}

TEST_F(FirmTable, a_firm_may_have_nothing_but_its_id) {
  const auto firms = read("id\nfirm-1\nfirm-2\n");
  ASSERT_TRUE(firms);
  EXPECT_EQ(firms->size(), 2U);
  EXPECT_TRUE(firms->front().sites.empty());
}

TEST_F(FirmTable, a_fault_names_its_line_and_column) {
  EXPECT_EQ(fault("id,lat,lon\nf,35.6,139.7\ng,north,139\n"), "line 3 column lat");
  EXPECT_EQ(fault("id,lat,lon\nf,91,139.7\n"), "line 2 column lat");
  EXPECT_EQ(fault("id,lat,lon\nf,nan,139.7\n"), "line 2 column lat");
  EXPECT_EQ(fault("id,lat,lon\nf,35.6,\n"), "line 2 column lon");
  EXPECT_EQ(fault("id,name\nf,x\n,y\n"), "line 3 column id");
  EXPECT_EQ(fault("id,name\nf,x\nf,y\n"), "line 3 column id");
  EXPECT_EQ(fault("id,name\nf\n"), "line 2");
  EXPECT_EQ(fault("name\nx\n"), "line 1");
  EXPECT_EQ(fault(""), "line 1");
}

TEST_F(FirmTable, a_file_that_is_not_there_is_said) {
  EXPECT_FALSE(read_firm_table("/nonexistent/firms.csv"));
}

}  // namespace
}  // namespace cli
