module go-regexp-oracle

go 1.24
